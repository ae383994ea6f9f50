import { addTransactionCapability, generateSignalPubKey, proto } from 'baileys';
import { makeRepository, newCreds } from '../../src/baileys.js';
import { Journal } from '../../src/journal.js';
import { KeyStore } from '../../src/keystore.js';
import { KeyedLocks } from '../../src/locks.js';
import { guardKeys, guardRepository } from '../../src/repository.js';

export const VENDOR = '22890000001@s.whatsapp.net';
export const CUSTOMER = '22990000002@s.whatsapp.net';
const PRE_KEY = '1';

/** @type {any} */
const silent = { level: 'silent', child: () => silent, trace() {}, debug() {}, info() {}, warn() {}, error() {} };

/**
 * The vendor's side as it runs in a session, without a network.
 *
 * @param {import('./store.js').Store} store
 * @param {{ creds?: import('../../src/baileys.js').Creds, onFailure?: (error: Error) => void }} [options]
 */
export function vendor(store, { creds = newCreds(), onFailure = () => {} } = {}) {
  const keys = new KeyStore({
    load: async (type, ids) => (await store.handle('keys.get', { type, ids })).values,
    commit: (body) => store.handle('keys.commit', body),
    onFailure,
  });
  const peers = new KeyedLocks();
  const journal = new Journal(async (hash) => (await store.handle('journal.get', { hash })).plaintext, {
    me: () => [VENDOR],
    otherAddress: async () => null,
  });
  const repository = guardRepository(makeRepository(creds, keys), { keys, journal, peers });
  // Baileys sends inside one long transaction of its own; a reply here does the same.
  const long = addTransactionCapability(/** @type {any} */ (guardKeys(keys, peers)), silent, { maxCommitRetries: 1, delayBetweenTriesMs: 0 });
  return {
    creds,
    keys,
    repository,
    /** @param {Sealed} sealed @param {Record<string, string>} [attrs] */
    receive: ({ type, ciphertext }, attrs) => {
      if (attrs) {
        journal.note(ciphertext, { from: CUSTOMER, t: '1700000000', notify: 'Awa', ...attrs });
      }

      return repository.decryptMessage({ jid: CUSTOMER, type, ciphertext });
    },
    /** @param {string} text @returns {Promise<Sealed>} */
    reply: (text) => long.transaction(() => repository.encryptMessage({ jid: CUSTOMER, data: pad(text) }), VENDOR),
  };
}

/** @typedef {{ type: 'pkmsg' | 'msg', ciphertext: Uint8Array }} Sealed */

/** A customer with an ideal store: memory, no delay. */
export function customer() {
  /** @type {Map<string, any>} */
  const memory = new Map();
  /** @type {any} */
  const plain = {
    get: (/** @type {string} */ type, /** @type {string[]} */ ids) =>
      Object.fromEntries(ids.map((id) => [id, memory.get(type + id)]).filter(([, value]) => value)),
    set: (/** @type {any} */ data) => Object.entries(data).forEach(([type, values]) =>
      Object.entries(values).forEach(([id, value]) => memory.set(type + id, value))),
  };
  const inner = addTransactionCapability(plain, silent, { maxCommitRetries: 1, delayBetweenTriesMs: 0 });
  const repository = makeRepository(newCreds(), /** @type {any} */ ({ inner }));
  return {
    repository,
    /** @param {string} text @returns {Promise<Sealed>} */
    write: (text) => repository.encryptMessage({ jid: VENDOR, data: pad(text) }),
    /** @param {Sealed} sealed */
    read: async ({ type, ciphertext }) => unpad(await repository.decryptMessage({ jid: VENDOR, type, ciphertext })),
  };
}

/**
 * Gives the customer the vendor's pre-key bundle, as the server would.
 * @param {ReturnType<typeof vendor>} seller
 * @param {ReturnType<typeof customer>} buyer
 */
export async function introduce({ creds, keys }, buyer) {
  const preKey = newCreds().signedPreKey.keyPair;
  await keys.outer.set({ 'pre-key': { [PRE_KEY]: preKey } });
  const { signedPreKey, signedIdentityKey, registrationId } = creds;
  await buyer.repository.injectE2ESession({
    jid: VENDOR,
    session: {
      registrationId,
      identityKey: generateSignalPubKey(signedIdentityKey.public),
      signedPreKey: { keyId: signedPreKey.keyId, publicKey: generateSignalPubKey(signedPreKey.keyPair.public), signature: signedPreKey.signature },
      preKey: { keyId: Number(PRE_KEY), publicKey: generateSignalPubKey(preKey.public) },
    },
  });
}

/** @param {string} text a text message with the padding of the protocol */
export const pad = (text) => Buffer.concat([proto.Message.encode({ conversation: text }).finish(), Buffer.from([1])]);
/** @param {Uint8Array} bytes */
export const unpad = (bytes) => proto.Message.decode(bytes.slice(0, -1)).conversation;
