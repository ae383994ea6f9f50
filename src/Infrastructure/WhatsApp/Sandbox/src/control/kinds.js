import { randomBytes } from 'node:crypto';
import { proto } from 'baileys';
import { Refusal } from '../refusal.js';
import { jidOf } from '../wire/jid.js';
import { number, optionalNumber, optionalText, text } from './input.js';

/**
 * @typedef {import('../network/account.js').Account} Account
 * @typedef {import('baileys').proto.IMessage} Message
 * @typedef {import('baileys').proto.IContextInfo} Context
 * @typedef {import('./input.js').Body} Body
 * @typedef {{ from: Account, to: Account, body: Body, contextInfo: Context | undefined, catalogue: import('../iq/catalogue.js').Catalogue }} Parts
 */

const { Type } = proto.Message.ProtocolMessage;
const EMPTY_SHA = Buffer.alloc(32);

/** What a customer's phone can send beside texts and files. @type {Record<string, (parts: Parts) => Message>} */
export const BUILDERS = {
  location: ({ body, contextInfo }) => ({ locationMessage: { ...point(body), name: optionalText(body, 'text'), contextInfo } }),
  live_location: ({ body, contextInfo }) => ({
    liveLocationMessage: { ...point(body), caption: optionalText(body, 'text'), timeOffset: optionalNumber(body, 'timeOffset', 0, 28_800), contextInfo },
  }),
  contact: ({ body, contextInfo }) => contacts(list(body, 'contacts'), contextInfo),
  poll: ({ body, contextInfo }) => ({
    pollCreationMessageV3: { name: text(body, 'text'), options: list(body, 'options').map(optionName => ({ optionName })), selectableOptionsCount: 1, contextInfo },
  }),
  poll_vote: parts => ({ pollUpdateMessage: { pollCreationMessageKey: keyOf(parts), vote: { encPayload: randomBytes(32), encIv: randomBytes(12) } } }),
  reaction: parts => ({ reactionMessage: { key: keyOf(parts), text: parts.body.text === '' ? '' : text(parts.body, 'text') } }),
  edit: parts => ({
    editedMessage: { message: { protocolMessage: { key: keyOf(parts), type: Type.MESSAGE_EDIT, editedMessage: { conversation: text(parts.body, 'text') } } } },
  }),
  delete: parts => ({ protocolMessage: { key: keyOf(parts), type: Type.REVOKE } }),
  order: ({ to, body, catalogue, contextInfo }) => {
    const items = list(body, 'items');
    return { orderMessage: { ...catalogue.order(to, items), itemCount: items.length, message: optionalText(body, 'text'), sellerJid: jidOf(to, 'pn'), contextInfo } };
  },
  // Of a view-once message linked devices are told only that it came.
  view_once: () => ({ viewOnceMessageV2: { message: { imageMessage: { viewOnce: true, mimetype: 'image/jpeg', fileSha256: EMPTY_SHA } } } }),
  event: ({ body }) => ({ eventMessage: { name: text(body, 'text') } }),
};

/** @param {Body} body @returns {{ degreesLatitude: number, degreesLongitude: number }} */
function point(body) {
  const degreesLatitude = optionalNumber(body, 'latitude', -90, 90);
  const degreesLongitude = optionalNumber(body, 'longitude', -180, 180);
  if (degreesLatitude === undefined || degreesLongitude === undefined) {
    throw new Refusal(400, 'invalid', 'A location needs latitude and longitude.');
  }
  return { degreesLatitude, degreesLongitude };
}

/** @param {any[]} people @param {Context | undefined} contextInfo @returns {Message} */
function contacts(people, contextInfo) {
  const cards = people.map(({ name, phone }) => {
    const digits = number(phone, 'phone');
    return { displayName: `${name}`, vcard: `BEGIN:VCARD\nVERSION:3.0\nN:;${name};;;\nFN:${name}\nTEL;type=CELL;waid=${digits}:+${digits}\nEND:VCARD` };
  });
  return cards.length === 1
    ? { contactMessage: { ...cards[0], contextInfo } }
    : { contactsArrayMessage: { displayName: `${cards.length} contacts`, contacts: cards, contextInfo } };
}

/** The message that is spoken of, which must be in this chat. @param {Parts} parts */
function keyOf({ from, to, body }) {
  const target = from.log.find(text(body, 'targetId'));
  if (!target || target.peer !== to.number) {
    throw new Refusal(404, 'unknown_message', 'The message spoken of is not in this chat.');
  }
  return { remoteJid: jidOf(to, target.form), fromMe: target.direction === 'out', id: target.id };
}

/** @param {Body} body @param {string} field @returns {any[]} */
function list(body, field) {
  const value = body[field];
  if (!Array.isArray(value) || !value.length || value.length > 100) {
    throw new Refusal(400, 'invalid', `${field} must be a list.`);
  }
  return value;
}
