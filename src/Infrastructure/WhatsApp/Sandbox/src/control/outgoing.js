import { Refusal } from '../refusal.js';
import { attach } from '../media/attachment.js';
import { decodeContent } from '../network/content.js';
import { jidOf } from '../wire/jid.js';
import { oneOf, optionalNumber, optionalText, text } from './input.js';

const MAX_BURST = 200;
const KINDS = /** @type {const} */ (['text', 'location', 'image', 'audio', 'video', 'document']);

/**
 * @typedef {import('../network/account.js').Account} Account
 * @typedef {import('baileys').proto.IMessage} Message
 * @typedef {import('./input.js').Body} Body
 */

/** @param {import('../network/network.js').Network} network @param {Account} from @param {Account} to @param {Body} body @returns {Promise<Message[]>} */
export async function buildMessages(network, from, to, body) {
  const kind = oneOf(body.kind ?? 'text', 'kind', KINDS);
  const quote = quoteOf(from, to, optionalText(body, 'quotedId'));
  if (kind === 'location') {
    return [buildLocation(body, quote)];
  }
  if (kind !== 'text') {
    return [await attach(network.library, kind, text(body, 'path'), { caption: optionalText(body, 'text'), contextInfo: quote })];
  }
  return textsOf(body).map(line => buildText(line, quote));
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

/** @param {Body} body @param {import('baileys').proto.IContextInfo | undefined} contextInfo @returns {Message} */
function buildLocation(body, contextInfo) {
  const degreesLatitude = optionalNumber(body, 'latitude', -90, 90);
  const degreesLongitude = optionalNumber(body, 'longitude', -180, 180);
  if (degreesLatitude === undefined || degreesLongitude === undefined) {
    throw new Refusal(400, 'invalid', 'A location needs latitude and longitude.');
  }
  return { locationMessage: { degreesLatitude, degreesLongitude, name: optionalText(body, 'text'), contextInfo } };
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
