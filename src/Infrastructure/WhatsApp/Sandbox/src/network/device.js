import { node, SERVER, stanzaId } from '../wire/node.js';
import { Mailbox } from './mailbox.js';

// Clients upload more only when told that fewer than five are left.
const PREKEYS_LOW = 4;

/**
 * @typedef {import('../signal/bundle.js').Bundle} Bundle
 * @typedef {import('../signal/bundle.js').SignedPreKey} SignedPreKey
 * @typedef {{ number: string, id: number, platform: string, linkedAt: string, noiseKey: Buffer, identityKey: Buffer,
 *   registrationId: number, signedPreKey: SignedPreKey, preKeys: [number, string][] }} DeviceData
 */

/** A linked (companion) device: a real client somewhere, of which the network knows the public keys. */
export class LinkedDevice {
  /** @type {import('../wire/connection.js').Connection | undefined} */ connection;
  available = false;

  /**
   * @param {import('./account.js').Account} account @param {DeviceData} data
   * @param {import('../storage/store.js').Store} store @param {import('./mailbox.js').Entry[]} mail
   */
  constructor(account, data, store, mail) {
    this.account = account;
    this.data = data;
    this.store = store;
    this.mailbox = new Mailbox(mail, () => store.save(`mail-${this.#name}`, () => this.mailbox.entries));
  }

  get id() {
    return this.data.id;
  }

  get peer() {
    return { number: this.account.number, device: this.id };
  }

  get #name() {
    return `${this.account.number}-${this.id}`;
  }

  save() {
    this.store.save(`device-${this.#name}`, () => this.data);
  }

  erase() {
    this.store.remove(`device-${this.#name}`);
    this.store.remove(`mail-${this.#name}`);
  }

  /** @param {Bundle & { preKeys: import('../signal/bundle.js').PreKey[] }} upload */
  acceptUpload({ registrationId, identityKey, signedPreKey, preKeys }) {
    const known = new Set(this.data.preKeys.map(([id]) => id));
    const added = preKeys.filter(key => !known.has(key.keyId));
    Object.assign(this.data, { registrationId, identityKey, signedPreKey });
    this.data.preKeys.push(...added.map(key => /** @type {[number, string]} */ ([key.keyId, key.publicKey.toString('base64')])));
    this.save();
  }

  /** Uses up one of its one-time pre-keys; without any left the signed one must do. @returns {Bundle} */
  takeBundle() {
    const { registrationId, identityKey, signedPreKey } = this.data;
    const next = this.data.preKeys.shift();
    if (this.data.preKeys.length === PREKEYS_LOW) {
      this.#askForPreKeys();
    }
    this.save();
    const preKey = next && { keyId: next[0], publicKey: Buffer.from(next[1], 'base64') };
    return { registrationId, identityKey, signedPreKey, preKey };
  }

  #askForPreKeys() {
    const count = node('count', { value: `${PREKEYS_LOW}` });
    this.mailbox.post(node('notification', { from: `@${SERVER}`, type: 'encrypt', id: stanzaId() }, [count]));
  }

  /** @param {import('../wire/connection.js').Connection} connection */
  attach(connection) {
    this.connection = connection;
  }

  /** @param {import('../wire/connection.js').Connection} connection */
  detach(connection) {
    if (this.connection === connection) {
      this.connection = undefined;
      this.mailbox.connection = undefined;
      this.available = false;
    }
  }
}
