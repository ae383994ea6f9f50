import { isLid } from './baileys.js';
import { hashOf } from './journal.js';
import { KeyedLocks } from './locks.js';
import { takeSentRow } from './sending.js';

/** @typedef {import('./baileys.js').Repository} Repository */

/**
 * libsignal queues its work by peer address for the whole process and runs a queued job in the async context of
 * whoever came first, so two vendors with the same customer would see each other's step. Nobody queues there while
 * this lock is held around the computation (never around a commit).
 */
const computing = new KeyedLocks();

/**
 * Baileys' Signal repository, made safe: every ratchet step of a peer happens alone, outside Baileys' long
 * transactions, and is committed (with the journal row or the sent row that belongs to it) before its result is
 * handed out. Without this a send and a receipt at the same time overwrite each other's session, and a crash after
 * decrypting loses the message.
 *
 * @param {Repository} inner built on `keys.inner`
 * @param {object} parts
 * @param {import('./keystore.js').KeyStore} parts.keys
 * @param {import('./journal.js').Journal} parts.journal
 * @param {KeyedLocks} parts.peers one for the session's whole life, not for one socket
 * @returns {Repository}
 */
export function guardRepository(inner, { keys, journal, peers }) {
  /** @param {string} jid a peer is a user with all devices, whichever of its two addresses is used */
  const peerOf = async (jid) => {
    const lid = isLid(jid) ? jid : await inner.lidMapping.getLIDForPN(jid);
    return userOf(inner.jidToSignalProtocolAddress(lid || jid));
  };

  /**
   * @template T
   * @param {string} jid
   * @param {(compute: <R>(work: () => Promise<R>) => Promise<{ result: R, writes: import('./writes.js').Writes }>) => Promise<T>} work
   */
  const alone = async (jid, work) => {
    const peer = await peerOf(jid);
    return peers.run([peer], () => work((step) => computing.run([peer], () => keys.step(step))));
  };

  return {
    ...inner,

    decryptMessage: (options) => alone(options.jid, async (compute) => {
      const hash = hashOf(options.ciphertext);
      const recent = journal.recall(hash);
      if (recent) {
        return recent;
      }

      try {
        var step = await compute(() => inner.decryptMessage(options));
      } catch (error) {
        // "Key used already" is what a second delivery looks like after a restart.
        const stored = await journal.load(hash);
        if (stored) {
          return stored;
        }

        throw error;
      }

      await keys.commit(step.writes, { journal: await journal.rows(hash, options.ciphertext, step.result) });
      journal.remember(hash, step.result);
      return step.result;
    }),

    encryptMessage: (options) => alone(options.jid, async (compute) => {
      const { result, writes } = await compute(() => inner.encryptMessage(options));
      await keys.commit(writes, { sent: takeSentRow() });
      return result;
    }),

    injectE2ESession: (options) => alone(options.jid, async (compute) => {
      const { writes } = await compute(() => inner.injectE2ESession(options));
      await keys.commit(writes);
    }),

    migrateSession: (from, to) => {
      const users = [from, to].filter(Boolean).map((jid) => userOf(inner.jidToSignalProtocolAddress(jid)));
      return peers.run(users, () => inner.migrateSession(from, to));
    },

    deleteSession: (jids) => {
      const users = jids.map((jid) => userOf(inner.jidToSignalProtocolAddress(jid)));
      return peers.run(users, () => inner.deleteSession(jids));
    },
  };
}

/**
 * Baileys also deletes sessions directly (after a retry receipt); that has to wait for a step on its way.
 *
 * @param {import('./keystore.js').KeyStore} keys
 * @param {KeyedLocks} peers
 */
export const guardKeys = (keys, peers) => ({
  get: keys.outer.get,
  set: (/** @type {any} */ data) => peers.run(Object.keys(data.session ?? {}).map(userOf), () => keys.outer.set(data)),
});

/** @param {string} address `user_domain.device` */
const userOf = (address) => address.slice(0, address.lastIndexOf('.'));
