import { normalizeMessageContent, proto, toNumber } from 'baileys';

/**
 * @typedef {proto.IMessage} Message
 * @typedef {Pick<import('./chat-log.js').LoggedMessage, 'kind' | 'text' | 'media' | 'latitude' | 'longitude' | 'quotedId'>} Description
 */

const MEDIA_FIELDS = /** @type {const} */ ({
  imageMessage: 'image', audioMessage: 'audio', videoMessage: 'video', documentMessage: 'document', stickerMessage: 'sticker',
});

/** What a handset shows of a message. @param {Message} wrapped @returns {Description} */
export function describe(wrapped) {
  const message = normalizeMessageContent(wrapped) ?? {};
  return describeText(message) ?? describeLocation(message) ?? describeMedia(message) ?? describeCard(message);
}

/** @param {Message} message @returns {Description | undefined} */
function describeText({ conversation, extendedTextMessage, reactionMessage }) {
  if (reactionMessage) {
    return { kind: 'reaction', text: reactionMessage.text ?? '', quotedId: reactionMessage.key?.id ?? undefined };
  }
  if (extendedTextMessage) {
    return { kind: 'text', text: extendedTextMessage.text ?? '', quotedId: extendedTextMessage.contextInfo?.stanzaId ?? undefined };
  }
  return conversation ? { kind: 'text', text: conversation } : undefined;
}

/** @param {Message} message @returns {Description | undefined} */
function describeLocation({ locationMessage: pin, liveLocationMessage: live }) {
  const spot = pin ?? live;
  return spot
    ? {
        kind: pin ? 'location' : 'live_location',
        text: pin?.name ?? live?.caption ?? undefined,
        latitude: spot.degreesLatitude ?? 0,
        longitude: spot.degreesLongitude ?? 0,
      }
    : undefined;
}

/** @param {Message} message @returns {Description} */
function describeCard({ contactMessage, contactsArrayMessage, pollCreationMessageV3: poll, orderMessage: order }) {
  const contact = contactMessage ?? contactsArrayMessage;
  if (contact) {
    return { kind: 'contact', text: contact.displayName ?? undefined };
  }
  if (poll) {
    return { kind: 'poll', text: poll.name ?? undefined };
  }
  return order ? { kind: 'order', text: order.message ?? undefined } : { kind: 'other' };
}

/** @param {Message} message @returns {Description | undefined} */
function describeMedia(message) {
  const found = mediaOf(message);
  if (!found) {
    return undefined;
  }
  /** @type {any} */
  const content = found.content;
  const media = {
    mimetype: content.mimetype ?? '',
    bytes: toNumber(content.fileLength),
    sha256: Buffer.from(content.fileSha256 ?? []).toString('hex'),
    seconds: content.seconds ?? undefined,
    fileName: content.fileName ?? undefined,
  };
  return { kind: found.kind, text: content.caption ?? undefined, media, quotedId: content.contextInfo?.stanzaId ?? undefined };
}

/** @param {Message} message */
export function mediaOf(message) {
  for (const [field, kind] of Object.entries(MEDIA_FIELDS)) {
    const content = message[/** @type {keyof typeof MEDIA_FIELDS} */ (field)];
    if (content) {
      return { kind, content };
    }
  }
  return undefined;
}

/** @param {Message} message @returns {'text' | 'media' | 'reaction'} the stanza's type */
export function stanzaType(message) {
  if (message.reactionMessage) {
    return 'reaction';
  }
  return mediaOf(message) ? 'media' : 'text';
}

/** @param {Message} message */
export const isViewOnce = message => Boolean(message.viewOnceMessage ?? message.viewOnceMessageV2);

/** @param {Message} message the `mediatype` of an encrypted node */
export function mediaType(message) {
  if (message.locationMessage) {
    return 'location';
  }
  const found = mediaOf(message);
  return found?.kind === 'audio' && message.audioMessage?.ptt ? 'ptt' : found?.kind;
}

/** @param {string} content as kept in the log */
export function decodeContent(content) {
  return proto.Message.decode(Buffer.from(content, 'base64'));
}

/** @param {Message} message */
export function encodeContent(message) {
  return Buffer.from(proto.Message.encode(message).finish()).toString('base64');
}
