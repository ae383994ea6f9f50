import { Refusal } from '../refusal.js';
import { attach } from '../media/attachment.js';
import { decodeContent } from '../network/content.js';
import { jidOf } from '../wire/jid.js';
import { oneOf, optionalNumber, optionalText, text } from './input.js';
import { BUILDERS } from './kinds.js';

const MAX_BURST = 200;
const FILES = /** @type {const} */ (['image', 'audio', 'video', 'document', 'sticker']);
const KINDS = ['text', ...FILES, ...Object.keys(BUILDERS)];
const STATUS = 'status@broadcast';

/**
 * @typedef {import('../network/account.js').Account} Account
 * @typedef {import('baileys').proto.IMessage} Message
 * @typedef {import('./input.js').Body} Body
 */

/** @param {import('../network/network.js').Network} network @param {Account} from @param {Account} to @param {Body} body @returns {Promise<Message[]>} */
export async function buildMessages(network, from, to, body) {
  const kind = oneOf(body.kind ?? 'text', 'kind', KINDS);
  const contextInfo = contextOf(from, to, body);
  const file = FILES.find(known => known === kind);
  if (file) {
    return [await attach(network.library, file, text(body, 'path'), { caption: optionalText(body, 'text'), contextInfo })];
  }
  if (kind !== 'text') {
    return [BUILDERS[kind]({ from, to, body, contextInfo, catalogue: network.catalogue })];
  }
  return textsOf(body).map(line => buildText(line, contextInfo));
}

/** What the message answers, and how long it stays on phones. @param {Account} from @param {Account} to @param {Body} body */
function contextOf(from, to, body) {
  const expiration = optionalNumber(body, 'expires', 1, 90 * 86_400);
  const quote = statusOf(to, optionalText(body, 'quotedStatus')) ?? quoteOf(from, to, optionalText(body, 'quotedId'));
  return quote || expiration ? { ...quote, expiration } : undefined;
}

/** A status post of the vendor, which nobody has in a chat. @param {Account} to @param {string | undefined} caption */
function statusOf(to, caption) {
  return caption
    ? { stanzaId: `STATUS-${caption.length}`, participant: jidOf(to, 'pn'), remoteJid: STATUS, quotedMessage: { imageMessage: { caption } } }
    : undefined;
}

/** @param {Body} body @returns {string[]} */
function textsOf(body) {
  if (Array.isArray(body.texts)) {
    const texts = body.texts.filter(line => typeof line === 'string' && line);
    if (texts.length !== body.texts.length || !texts.length || texts.length > MAX_BURST) {
      throw new Refusal(400, 'invalid', `texts must be 1 to ${MAX_BURST} texts.`);
    }
    return texts;
  }
  const line = text(body, 'text');
  const count = optionalNumber(body, 'count', 1, MAX_BURST);
  return count === undefined ? [line] : Array.from({ length: count }, (_, index) => `${line} ${index + 1}`);
}

/** @param {string} line @param {import('baileys').proto.IContextInfo | undefined} contextInfo @returns {Message} */
function buildText(line, contextInfo) {
  return contextInfo ? { extendedTextMessage: { text: line, contextInfo } } : { conversation: line };
}

/** @param {Account} from @param {Account} to @param {string | undefined} id */
function quoteOf(from, to, id) {
  if (!id) {
    return undefined;
  }
  const quoted = from.log.find(id);
  if (!quoted || quoted.peer !== to.number) {
    throw new Refusal(404, 'unknown_message', 'The quoted message is not in this chat.');
  }
  const participant = quoted.direction === 'in' ? jidOf(to, quoted.form) : jidOf(from, quoted.form);
  return { stanzaId: id, participant, quotedMessage: decodeContent(quoted.content) };
}
