import { setImmediate } from 'node:timers/promises';
import { ProtocolError } from './protocol.js';
import { sizeOf } from './writes.js';

/** @typedef {import('./protocol.js').KeyWrite} KeyWrite */
/** @typedef {import('./protocol.js').JournalRow} JournalRow */
/** @typedef {import('./protocol.js').SentRow} SentRow */

/**
 * @typedef {object} Commit
 * @property {(() => string) | undefined} [creds] base64 of the whole credentials, taken when the commit leaves
 * @property {KeyWrite[]} [set]
 * @property {JournalRow[]} [journal]
 * @property {SentRow[]} [sent]
 */

// Several steps may share one transaction of the host, well below the longest line.
const BATCH_CHARS = 256 * 1024;

/**
 * Sends a session's commits one after another, in order. What queues up while one is on its way goes together
 * in the next: still whole, still in order. After the first failure nothing is sent any more.
 */
export class CommitQueue {
  #send;
  #onFailure;
  /** @type {{ commit: Commit, done: () => void, failed: (error: Error) => void }[]} */
  #queue = [];
  /** @type {Promise<void> | null} */
  #draining = null;
  /** @type {Error | null} */
  #failure = null;

  /**
   * @param {(body: object) => Promise<unknown>} send
   * @param {(error: Error) => void} onFailure called before any waiting caller hears of the failure
   */
  constructor(send, onFailure) {
    this.#send = send;
    this.#onFailure = onFailure;
  }

  /**
   * @param {Commit} commit
   * @returns {Promise<void>} settles after the host's commit
   */
  push(commit) {
    return new Promise((resolve, reject) => {
      if (this.#failure) {
        reject(this.#failure);
        return;
      }

      this.#queue.push({ commit, done: resolve, failed: reject });
      this.#draining ??= this.#drain();
    });
  }

  async flush() {
    await this.#draining;
  }

  /** Refuses everything from now on: the session has ended. */
  close() {
    this.#fail(new ProtocolError('session_ended'), []);
  }

  async #drain() {
    // The steps of one message to several devices come in the same breath: one commit instead of two in a row.
    await setImmediate();
    while (this.#queue.length > 0) {
      const batch = this.#take();
      try {
        await this.#send(merge(batch.map((entry) => entry.commit)));
        batch.forEach((entry) => entry.done());
      } catch (error) {
        this.#onFailure(/** @type {Error} */ (error));
        this.#fail(/** @type {Error} */ (error), batch);
      }
    }

    this.#draining = null;
  }

  #take() {
    let chars = 0;
    const count = this.#queue.findIndex((entry) => (chars += size(entry.commit)) > BATCH_CHARS);
    return this.#queue.splice(0, count < 0 ? this.#queue.length : Math.max(count, 1));
  }

  /**
   * @param {Error} error
   * @param {{ failed: (error: Error) => void }[]} sent
   */
  #fail(error, sent) {
    this.#failure ??= error;
    [...sent, ...this.#queue.splice(0)].forEach((entry) => entry.failed(error));
  }
}

/** @param {Commit} commit */
function size({ set = [], journal = [], sent = [] }) {
  const keys = set.reduce((sum, write) => sum + sizeOf(write), 0);
  const rows = journal.reduce((sum, row) => sum + row.plaintext.length * 2, 0);
  return keys + rows + sent.reduce((sum, row) => sum + row.content.length, 0);
}

/** @param {Commit[]} commits */
function merge(commits) {
  const writes = commits.flatMap((commit) => commit.set ?? []);
  const creds = commits.findLast((commit) => commit.creds)?.creds;
  const journal = commits.flatMap((commit) => commit.journal ?? []);
  const sent = commits.flatMap((commit) => commit.sent ?? []);
  return {
    ...(creds && { creds: creds() }),
    ...(writes.length && { set: [...new Map(writes.map((write) => [`${write.type}/${write.id}`, write])).values()] }),
    ...(journal.length && { journal }),
    ...(sent.length && { sent }),
  };
}
