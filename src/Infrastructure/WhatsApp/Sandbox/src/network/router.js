import { node, seconds } from '../wire/node.js';
import { answerMediaRetry } from './media-retry.js';
import { idsOf } from './receipts.js';

/**
 * @typedef {import('../wire/node.js').Node} Node
 * @typedef {import('../wire/connection.js').Connection} Connection
 * @typedef {import('./device.js').LinkedDevice} LinkedDevice
 */

const DELIVERY_RECEIPTS = [undefined, 'inactive', 'sender', 'peer_msg'];

// What a deaf server loses without a word.
const UNHEARD = ['message', 'receipt'];

/** Stanzas of a logged-in device that are not queries. */
export class Router {
  /**
   * @param {{ directory: import('./directory.js').Directory, inbound: import('./inbound.js').Inbound,
   *   receipts: import('./receipts.js').Receipts, retries: import('./retries.js').Retries,
   *   faults: import('./faults.js').Faults, store: import('../storage/store.js').Store,
   *   presence: import('./presence.js').Presence, library: import('../media/library.js').MediaLibrary }} parts
   */
  constructor(parts) {
    this.parts = parts;
  }

  /** @param {Connection} connection @param {LinkedDevice} device @param {Node} stanza */
  async route(connection, device, stanza) {
    if (UNHEARD.includes(stanza.tag) && this.parts.faults.find('deaf', device.account.number)) {
      return;
    }
    switch (stanza.tag) {
      case 'message':
        return this.#message(connection, device, stanza);
      case 'receipt':
        return this.#receipt(connection, device, stanza);
      case 'ack':
        return device.mailbox.acknowledge(stanza.attrs.class, stanza.attrs);
      case 'chatstate':
        return this.parts.presence.fromDevice(device, stanza);
      case 'presence':
        return this.parts.presence.change(connection, device, stanza.attrs);
      case 'ib':
        return this.#clientInfo(connection, device, stanza);
    }
  }

  /** @param {Connection} connection @param {LinkedDevice} device @param {Node} stanza */
  async #message(connection, device, stanza) {
    const { faults, inbound, store } = this.parts;
    const { number } = device.account;
    const { id, to } = stanza.attrs;
    const refused = faults.take('refuse_send', number);
    if (refused) {
      connection.send(node('ack', { class: 'message', id, from: to, t: seconds(), error: `${refused.code ?? 463}` }));
      return;
    }
    const confirm = await inbound.accept(device, stanza);
    await store.commit();
    if (faults.take('drop_after_send', number)) {
      connection.cut();
    } else {
      connection.send(node('ack', { class: 'message', id, from: to, t: seconds() }));
    }
    confirm();
  }

  /** @param {Connection} connection @param {LinkedDevice} device @param {Node} stanza */
  async #receipt(connection, device, stanza) {
    const { id, to, type } = stanza.attrs;
    const target = this.parts.directory.resolve(to);
    if (type === 'retry') {
      await this.parts.retries.answer(device, stanza);
    } else if (type === 'server-error') {
      answerMediaRetry(this.parts, device, stanza);
    } else if (target) {
      this.parts.receipts.fromDevice(device, target.account, stanza);
    }
    if (DELIVERY_RECEIPTS.includes(type)) {
      idsOf(stanza).forEach(received => device.mailbox.acknowledge('message', { id: received }));
    }
    await this.parts.store.commit();
    connection.send(node('ack', { class: 'receipt', id, from: to, type, t: seconds() }));
  }

  /** @param {Connection} connection @param {LinkedDevice} device @param {Node} stanza */
  #clientInfo(connection, device, { content }) {
    if (Array.isArray(content) && content[0]?.tag === 'offline_batch') {
      device.mailbox.handOver(connection);
    }
  }
}
