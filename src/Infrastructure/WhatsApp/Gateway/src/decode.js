import { bare, decodePlaintext, decodeWebMessage, isLid, isPerson } from './baileys.js';
import { describe } from './content.js';

/** @typedef {import('./protocol.js').Message} Message */

/**
 * @typedef {object} Context
 * @property {() => string[]} me our own addresses
 * @property {(jid: string) => Promise<string | null>} otherAddress LID → phone number or back, from the stored mapping
 */

/**
 * Turns a decrypted stanza into the message that people would see.
 *
 * @param {Record<string, string>} attrs of the message stanza
 * @param {Uint8Array} plaintext with its padding
 * @param {Context} context
 * @returns {Promise<Message | null>} null when it carries nothing for people
 */
export async function readMessage(attrs, plaintext, context) {
  const outer = decodePlaintext(plaintext);
  if (!outer || !attrs.from || !attrs.id) {
    return null;
  }

  const fromMe = context.me().includes(bare(attrs.from));
  if (fromMe && attrs.category === 'peer') {
    return readResentPlaceholder(outer, context);
  }

  const chat = bare(fromMe ? outer.deviceSentMessage?.destinationJid ?? attrs.recipient : attrs.from);
  const content = describe(outer.deviceSentMessage?.message ?? outer);
  if (!content || !isPerson(chat) || context.me().includes(chat)) {
    return null;
  }

  const told = fromMe ? statedRecipient(attrs, chat) : statedSender(attrs, chat);
  return {
    id: attrs.id,
    chat,
    chatAlt: told ? bare(told) : await context.otherAddress(chat),
    fromMe,
    pushName: fromMe ? null : attrs.notify ?? null,
    timestamp: Number(attrs.t),
    ...content,
  };
}

/**
 * A message that WhatsApp gives to the phone alone: that it came is all that there is to tell.
 *
 * @param {Record<string, string>} attrs of the message stanza
 * @param {Context} context
 * @returns {Promise<Message | null>}
 */
export async function readWithheld(attrs, context) {
  const chat = bare(attrs.from);
  if (!attrs.id || !isPerson(chat) || context.me().includes(chat)) {
    return null;
  }

  const told = statedSender(attrs, chat);
  return {
    id: attrs.id,
    chat,
    chatAlt: told ? bare(told) : await context.otherAddress(chat),
    fromMe: false,
    pushName: attrs.notify ?? null,
    timestamp: Number(attrs.t),
    kind: 'view_once',
    viewOnce: true,
  };
}

/**
 * A message that came without text (`unavailable`) is asked from the phone again and returns inside a peer message.
 *
 * @param {import('./baileys.js').MessageProto} outer
 * @param {Context} context
 * @returns {Promise<Message | null>}
 */
async function readResentPlaceholder(outer, context) {
  const results = outer.protocolMessage?.peerDataOperationRequestResponseMessage?.peerDataOperationResult ?? [];
  const bytes = results.find((result) => result.placeholderMessageResendResponse)?.placeholderMessageResendResponse?.webMessageInfoBytes;
  const info = bytes && decodeWebMessage(bytes);
  const chat = bare(info?.key?.remoteJid ?? undefined);
  const content = info?.message ? describe(info.message) : null;
  if (!info || !info.key?.id || !content || !isPerson(chat)) {
    return null;
  }

  return {
    id: info.key.id,
    chat,
    chatAlt: await context.otherAddress(chat),
    fromMe: Boolean(info.key.fromMe),
    pushName: info.pushName ?? null,
    timestamp: Number(info.messageTimestamp ?? 0),
    ...content,
  };
}

/**
 * @param {Record<string, string>} attrs
 * @param {string} chat
 */
const statedSender = (attrs, chat) => (isLid(chat) ? attrs.sender_pn : attrs.sender_lid);

/**
 * @param {Record<string, string>} attrs
 * @param {string} chat
 */
const statedRecipient = (attrs, chat) =>
  isLid(chat) ? attrs.peer_recipient_pn ?? attrs.recipient_pn : attrs.peer_recipient_lid ?? attrs.recipient_lid;
