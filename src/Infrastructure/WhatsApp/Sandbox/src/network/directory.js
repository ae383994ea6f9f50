import { randomInt } from 'node:crypto';
import { Refusal } from '../refusal.js';
import { generateSignalKeys } from '../signal/signal-device.js';
import { parseJid } from '../wire/jid.js';
import { Account } from './account.js';
import { LinkedDevice } from './device.js';

/** @typedef {Partial<Pick<import('./account.js').AccountData, 'name' | 'hidePhone' | 'autoRead' | 'addressing'>>} Profile */

/** Everybody on the network, by phone number and by hidden id (LID). */
export class Directory {
  /** @type {Map<string, Account>} */ accounts = new Map();
  /** @type {Map<string, Account>} */ #byLid = new Map();

  /**
   * @param {import('../storage/store.js').Store} store
   * @param {ConstructorParameters<typeof Account>[3]} publish
   * @param {boolean} stale
   */
  constructor(store, publish, stale) {
    this.store = store;
    this.publish = publish;
    for (const [name, data] of store.found('account-')) {
      const number = name.slice('account-'.length);
      const sessions = store.documents.get(`sessions-${number}`) ?? {};
      const messages = store.found(`chats-${number}-`).flatMap(([, page]) => page).sort((a, b) => a.n - b.n);
      this.#enter(new Account(data, store, { sessions, messages, stale }, publish));
    }
    for (const [, data] of store.found('device-')) {
      const mail = store.documents.get(`mail-${data.number}-${data.id}`) ?? [];
      const account = this.accounts.get(data.number);
      account?.devices.set(data.id, new LinkedDevice(account, data, store, mail));
    }
    store.documents.clear();
  }

  /** Creates the account, or changes what is given of an existing one. @param {string} number @param {'phone' | 'customer'} role @param {Profile} profile */
  register(number, role, profile) {
    const account = this.accounts.get(number) ?? this.#create(number, role);
    if (account.data.role !== role) {
      throw new Refusal(409, 'number_taken', `This number is a ${account.data.role}'s.`);
    }
    const given = Object.entries(profile).filter(([, value]) => value !== undefined);
    Object.assign(account.data, Object.fromEntries(given));
    account.save();
    return account;
  }

  /** @param {'phone' | 'customer'} role */
  list(role) {
    return [...this.accounts.values()].filter(account => account.data.role === role);
  }

  /** @param {string | undefined} jid @returns {{ account: Account, device: number, form: import('../wire/jid.js').Form } | undefined} */
  resolve(jid) {
    const parsed = jid ? parseJid(jid) : undefined;
    const account = parsed && (parsed.form === 'lid' ? this.#byLid : this.accounts).get(parsed.user);
    return account && { account, device: parsed.device, form: parsed.form };
  }

  /** @param {Account} account @param {Omit<import('./device.js').DeviceData, 'number' | 'id' | 'linkedAt'>} data */
  link(account, data) {
    const id = account.data.nextDevice++;
    const linked = { ...data, number: account.number, id, linkedAt: new Date().toISOString() };
    const device = new LinkedDevice(account, linked, this.store, []);
    account.devices.set(id, device);
    account.save();
    device.save();
    return device;
  }

  /** @param {LinkedDevice} device */
  unlink(device) {
    device.account.devices.delete(device.id);
    device.erase();
    for (const account of this.accounts.values()) {
      account.signal.forget(device.peer);
    }
  }

  /** @param {string} number @param {'phone' | 'customer'} role */
  #create(number, role) {
    const data = { number, lid: this.#newLid(), name: `+${number}`, role, hidePhone: false, autoRead: false, nextDevice: 1 };
    const whole = { ...data, addressing: /** @type {const} */ ('lid'), signal: generateSignalKeys() };
    return this.#enter(new Account(whole, this.store, { sessions: {}, messages: [], stale: false }, this.publish));
  }

  /** @returns {string} */
  #newLid() {
    const lid = `${randomInt(1e13, 9e13)}${randomInt(10)}`;
    return this.#byLid.has(lid) ? this.#newLid() : lid;
  }

  /** @param {Account} account */
  #enter(account) {
    this.accounts.set(account.number, account);
    this.#byLid.set(account.lid, account);
    return account;
  }
}
