import { SignalDevice } from '../signal/signal-device.js';
import { ChatLog } from './chat-log.js';

/**
 * @typedef {{ number: string, lid: string, name: string, role: 'phone' | 'customer', hidePhone: boolean, autoRead: boolean,
 *   addressing: import('../wire/jid.js').Form, nextDevice: number, signal: import('../signal/signal-device.js').SignalKeys }} AccountData
 */

/** A person on the network: the simulated handset (device 0) and the devices linked to it. */
export class Account {
  /** @type {Map<number, import('./device.js').LinkedDevice>} */ devices = new Map();

  /**
   * @param {AccountData} data @param {import('../storage/store.js').Store} store
   * @param {{ sessions: Record<string, any>, messages: import('./chat-log.js').LoggedMessage[], stale: boolean }} saved
   * @param {(account: Account, message: import('./chat-log.js').LoggedMessage) => void} publish
   */
  constructor(data, store, saved, publish) {
    this.data = data;
    this.store = store;
    const sessionsChanged = () => store.save(`sessions-${this.number}`, () => saved.sessions);
    const changes = { keysChanged: () => this.save(), sessionsChanged };
    this.signal = new SignalDevice(this.number, data.signal, saved.sessions, changes, saved.stale);
    this.log = new ChatLog(saved.messages, (page, messages) => this.#savePage(page, messages), message => publish(this, message));
  }

  get number() {
    return this.data.number;
  }

  get lid() {
    return this.data.lid;
  }

  /** How others see this person's address. */
  get form() {
    return this.data.hidePhone ? 'lid' : this.data.addressing;
  }

  get isOnline() {
    return [...this.devices.values()].some(device => device.available);
  }

  /** @param {number} page @param {import('./chat-log.js').LoggedMessage[]} messages */
  #savePage(page, messages) {
    this.store.save(`chats-${this.number}-${page}`, () => (messages.length ? messages : undefined));
  }

  save() {
    this.store.save(`account-${this.number}`, () => this.data);
  }
}
