import { decodeCreds, encodeCreds, newCreds } from './baileys.js';
import { Journal } from './journal.js';
import { KeyStore } from './keystore.js';
import { KeyedLocks } from './locks.js';
import { guardKeys, guardRepository } from './repository.js';

/**
 * Everything of a session that has to survive: credentials, keys and journal. It outlives single connections, and is
 * thrown away whole when a commit fails, because memory is then ahead of the database.
 */
export class Vault {
  creds;
  #keys;
  #journal;
  #peers = new KeyedLocks();

  /**
   * @param {import('./baileys.js').Creds} creds
   * @param {import('./host.js').Host} host
   * @param {object} on
   * @param {(error: Error) => void} on.failure
   * @param {(mapping: { lid: string, pn: string }) => void} on.mapping
   */
  constructor(creds, host, on) {
    this.creds = creds;
    this.#keys = new KeyStore({
      load: async (type, ids) => (await host.request('keys.get', { type, ids })).values ?? {},
      commit: (body) => host.request('keys.commit', body),
      onFailure: on.failure,
      onWrite: (type, id, value) => {
        if (type === 'lid-mapping' && typeof value === 'string' && !id.endsWith('_reverse')) {
          on.mapping({ lid: `${value}@lid`, pn: `${id}@s.whatsapp.net` });
        }
      },
    });
    this.#journal = new Journal(async (hash) => (await host.request('journal.get', { hash })).plaintext ?? null, {
      me: () => this.addresses,
      otherAddress: (jid) => this.#otherAddress(jid),
    });
  }

  /** @param {import('./host.js').Host} host @returns {Promise<import('./baileys.js').Creds | null>} */
  static async storedCreds(host) {
    const { creds } = await host.request('keys.creds', {});
    return creds ? decodeCreds(creds) : null;
  }

  /** Pairing has happened; before that nothing is worth keeping. */
  get paired() {
    return Boolean(this.creds.account);
  }

  /** @returns {string[]} our own addresses without devices */
  get addresses() {
    return [this.creds.me?.id, this.creds.me?.lid].filter((jid) => jid !== undefined).map((jid) => jid.replace(/:\d+@/, '@'));
  }

  get keys() {
    return guardKeys(this.#keys, this.#peers);
  }

  /**
   * @param {typeof import('./baileys.js').makeRepository} makeInner
   * @param {any} findLids
   */
  repository = (makeInner, findLids) =>
    guardRepository(makeInner(this.creds, this.#keys, findLids), { keys: this.#keys, journal: this.#journal, peers: this.#peers });

  /** @type {Journal['note']} */
  note = (ciphertext, attrs) => this.#journal.note(ciphertext, attrs);

  /** @param {Record<string, string>} attrs of a message that only the phone may open */
  async noteWithheld(attrs) {
    const journal = await this.#journal.withheld(attrs);
    if (journal.length > 0) {
      await this.#keys.commit(new Map(), { journal });
    }
  }

  /** Stores the whole credentials: Baileys changes the object itself, so single updates would miss some. */
  async saveCreds() {
    if (this.paired) {
      await this.#keys.commit(new Map(), { creds: () => encodeCreds(this.creds) });
    }
  }

  /** Half a pairing leaves an identity behind that the server refuses; the next attempt begins anew. */
  renewCreds() {
    this.creds = newCreds();
  }

  flush() {
    return this.#keys.flush();
  }

  close() {
    this.#keys.close();
  }

  /** @param {string} jid */
  async #otherAddress(jid) {
    const [user = '', server] = jid.split('@');
    const id = server === 'lid' ? `${user}_reverse` : user;
    const found = (await this.#keys.read('lid-mapping', [id]))[id];
    return found ? `${found}@${server === 'lid' ? 's.whatsapp.net' : 'lid'}` : null;
  }
}
