import { normalizeMessageContent, proto } from 'baileys';
import { decodeContent, describe, encodeContent } from './content.js';

const { Type } = proto.Message.ProtocolMessage;

/** Edits and deletions change a message that is there. @param {proto.IMessage} message @param {import('./account.js').Account} reader */
export function applyProtocolMessage(message, reader) {
  const change = normalizeMessageContent(message)?.protocolMessage;
  if (!change) {
    return false;
  }
  const changed = reader.log.find(change.key?.id ?? '');
  if (changed && change.type === Type.REVOKE) {
    Object.assign(changed, { deleted: true, text: undefined, media: undefined });
    reader.log.changed(changed);
  } else if (changed && change.type === Type.MESSAGE_EDIT) {
    const edited = decodeContent(encodeContent(change.editedMessage ?? {}));
    Object.assign(changed, { edited: true, text: describe(edited).text });
    reader.log.changed(changed);
  }
  return true;
}
