import { randomBytes } from 'node:crypto';
import { encodeWAMessage } from 'baileys';
import { jidOf } from '../wire/jid.js';
import { node, seconds } from '../wire/node.js';
import { applyProtocolMessage } from './changes.js';
import { describe, encodeContent, isViewOnce, mediaType, stanzaType } from './content.js';

/**
 * @typedef {import('./account.js').Account} Account
 * @typedef {import('./device.js').LinkedDevice} LinkedDevice
 * @typedef {import('./chat-log.js').LoggedMessage} LoggedMessage
 * @typedef {import('baileys').proto.IMessage} Message
 */

/** Sends from simulated handsets: a customer's phone, or the vendor's own phone. */
export class Handsets {
  /** @param {import('./receipts.js').Receipts} receipts @param {import('./recent.js').RecentStanzas} recent @param {import('./faults.js').Faults} faults */
  constructor(receipts, recent, faults) {
    this.receipts = receipts;
    this.recent = recent;
    this.faults = faults;
  }

  /** @param {Account} from @param {Account} to @param {Message} message @returns {Promise<string>} the id */
  async send(from, to, message) {
    const id = `3A${randomBytes(9).toString('hex').toUpperCase()}`;
    const entry = { ...describe(message), id, form: to.form, content: encodeContent(message), status: /** @type {const} */ ('sent') };
    const isChange = applyProtocolMessage(message, from);
    if (!isChange) {
      from.log.add({ ...entry, direction: 'out', peer: to.number });
    }
    await Promise.all([
      ...[...to.devices.values()].map(device => this.deliver(from, device, id, message, to)),
      ...[...from.devices.values()].map(device => this.deliver(from, device, id, message, to)),
    ]);
    from.log.advance(id, 'server');
    if (!applyProtocolMessage(message, to)) {
      to.log.add({ ...entry, direction: 'in', peer: from.number, status: 'delivered' });
    }
    this.receipts.fromHandset(to, from, [id], 'delivered', to.form);
    return id;
  }

  /**
   * @param {Account} from @param {LinkedDevice} device of the receiver, or of the sender's own account
   * @param {string} id @param {Message} message @param {Account} to whose chat it is
   * @param {{ attempt?: number, bundle?: any }} [retry]
   */
  async deliver(from, device, id, message, to, { attempt = 0, bundle } = {}) {
    const own = device.account === from;
    const content = own ? { deviceSentMessage: { destinationJid: jidOf(to, to.form), message } } : message;
    const fetchBundle = () => bundle ?? device.takeBundle();
    // What is for the phone's eyes only never was a ciphertext for other devices.
    const body = isViewOnce(message)
      ? node('unavailable', { type: 'view_once_unavailable_fanout' })
      : await this.#sealed(from, device, message, content, fetchBundle, attempt);
    const address = own ? ownAddress(from, to) : foreignAddress(from);
    const head = { id, type: stanzaType(message), t: seconds(), notify: from.data.name, ...address };
    const stanza = node('message', head, [body]);
    this.recent.remember(from.number, id, device, stanza);
    device.mailbox.post(stanza);
    this.#deliverTwiceIfAsked(from, device, stanza);
  }

  /** @param {Account} from @param {LinkedDevice} device @param {Message} message @param {Message} content @param {() => any} fetchBundle @param {number} attempt */
  async #sealed(from, device, message, content, fetchBundle, attempt) {
    const { type, ciphertext } = await from.signal.encrypt(device.peer, encodeWAMessage(content), fetchBundle, attempt > 0);
    return node('enc', { v: '2', type, mediatype: mediaType(message), count: attempt ? `${attempt}` : undefined }, ciphertext);
  }

  /** @param {Account} from @param {LinkedDevice} device @param {import('../wire/node.js').Node} stanza */
  #deliverTwiceIfAsked(from, device, stanza) {
    if (device.account !== from && this.faults.take('duplicate', device.account.number)) {
      device.mailbox.post(stanza);
    }
  }
}

/** Both addresses are given where the network knows both. @param {Account} from */
function foreignAddress(from) {
  if (from.data.hidePhone) {
    return { from: jidOf(from, 'lid') };
  }
  return from.form === 'lid'
    ? { from: jidOf(from, 'lid'), sender_pn: jidOf(from, 'pn') }
    : { from: jidOf(from, 'pn'), sender_lid: jidOf(from, 'lid') };
}

/** A copy for the sender's own devices carries no sender_pn: clients would take it for the recipient's number. @param {Account} from @param {Account} to */
function ownAddress(from, to) {
  const base = { from: jidOf(from, to.form), recipient: jidOf(to, to.form) };
  if (to.data.hidePhone) {
    return base;
  }
  return to.form === 'lid'
    ? { ...base, peer_recipient_pn: jidOf(to, 'pn') }
    : { ...base, peer_recipient_lid: jidOf(to, 'lid') };
}
