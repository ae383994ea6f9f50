import { jidOf } from '../wire/jid.js';
import { child, children, node, seconds } from '../wire/node.js';

/**
 * @typedef {import('../wire/node.js').Node} Node
 * @typedef {import('./account.js').Account} Account
 * @typedef {import('./device.js').LinkedDevice} LinkedDevice
 * @typedef {'delivered' | 'read' | 'played'} Milestone
 */

/** Delivered, read and played: one person's device tells the other person's devices. */
export class Receipts {
  /** From a simulated handset. @param {Account} reader @param {Account} sender @param {string[]} ids @param {Milestone} milestone @param {import('../wire/jid.js').Form} form */
  fromHandset(reader, sender, ids, milestone, form) {
    const news = ids.filter(id => sender.log.advance(id, milestone));
    if (!news.length) {
      return;
    }
    for (const id of news) {
      reader.log.advance(id, milestone);
    }
    for (const device of sender.devices.values()) {
      device.mailbox.post(receiptStanza(jidOf(reader, form), news, milestone));
    }
  }

  /** A person opens a chat on the handset. @param {Account} reader @param {Account} sender @param {boolean} played voice notes are listened to as well */
  open(reader, sender, played) {
    const received = reader.log.list(sender.number, 0).filter(message => message.direction === 'in');
    for (const form of /** @type {const} */ (['lid', 'pn'])) {
      const seen = received.filter(message => message.form === form);
      this.fromHandset(reader, sender, seen.map(({ id }) => id), 'read', form);
      const voices = played ? seen.filter(({ kind }) => kind === 'audio') : [];
      this.fromHandset(reader, sender, voices.map(({ id }) => id), 'played', form);
    }
  }

  /** From a linked device. @param {LinkedDevice} device @param {Account} sender @param {Node} stanza */
  fromDevice(device, sender, stanza) {
    const milestone = milestoneOf(stanza.attrs.type);
    if (milestone && sender !== device.account) {
      this.fromHandset(device.account, sender, idsOf(stanza), milestone, device.account.form);
    }
    if (stanza.attrs.type === 'read-self') {
      for (const id of idsOf(stanza)) {
        device.account.log.advance(id, 'read');
      }
    }
  }
}

/** A receipt names its first message in `id` and the others in a list. @param {Node} stanza */
export function idsOf(stanza) {
  return [stanza.attrs.id, ...children(child(stanza, 'list'), 'item').map(item => item.attrs.id)];
}

/** @param {string | undefined} type @returns {Milestone | undefined} */
function milestoneOf(type) {
  if (type === undefined || type === 'inactive') {
    return 'delivered';
  }
  return type === 'read' || type === 'played' ? type : undefined;
}

/** @param {string} from @param {string[]} ids @param {Milestone} milestone */
function receiptStanza(from, [id, ...others], milestone) {
  const list = others.length ? [node('list', {}, others.map(other => node('item', { id: other })))] : undefined;
  return node('receipt', { from, id, t: seconds(), type: milestone === 'delivered' ? undefined : milestone }, list);
}
