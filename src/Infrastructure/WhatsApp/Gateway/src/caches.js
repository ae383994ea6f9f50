import { Lru } from './lru.js';

const HOUR_MS = 60 * 60 * 1000;

/** One bounded cache of Baileys' for all sessions of the process; each session sees only its own keys. */
class SharedCache {
  /** @type {Lru<unknown>} */
  #entries;

  /**
   * @param {number} limit
   * @param {number} lifetimeMs
   */
  constructor(limit, lifetimeMs) {
    this.#entries = new Lru(limit, lifetimeMs);
  }

  /** @param {string} session */
  view(session) {
    return {
      get: (/** @type {string} */ key) => /** @type {any} */ (this.#entries.get(`${session}/${key}`)),
      set: (/** @type {string} */ key, /** @type {unknown} */ value) => this.#entries.set(`${session}/${key}`, value),
      del: (/** @type {string} */ key) => this.#entries.delete(`${session}/${key}`),
      flushAll: () => {},
    };
  }
}

const retries = new SharedCache(20_000, HOUR_MS);
const calls = new SharedCache(1_000, HOUR_MS / 12);
const placeholders = new SharedCache(5_000, HOUR_MS);
// Each miss makes Baileys fetch a new pre-key bundle and replace the Signal session; while connected, the server
// announces device changes, so an entry may live long, but not longer than its connection.
const devices = new SharedCache(50_000, HOUR_MS);
let connections = 0;

/** @param {string} session */
export const cachesFor = (session) => ({
  msgRetryCounterCache: retries.view(session),
  callOfferCache: calls.view(session),
  placeholderResendCache: placeholders.view(session),
  userDevicesCache: devices.view(`${session}/${connections++}`),
});
