import { AsyncLocalStorage } from 'node:async_hooks';
import { decodeKey } from './baileys.js';
import { CommitQueue } from './commits.js';
import { Lru } from './lru.js';
import { collect, keyOf, split, toKeyWrite } from './writes.js';

/** @typedef {import('./writes.js').Writes} Writes */

const MEMORY_CHARS = 512 * 1024;

/**
 * Signal keys of one session: the host's database holds them, this is the authoritative copy for reads.
 * A write counts for readers at once and is durable when its promise settles. Absence is remembered too,
 * because nobody else writes (the host fences by epoch).
 */
export class KeyStore {
  #load;
  #commits;
  /** @type {Lru<string | null>} */
  #clean = new Lru(MEMORY_CHARS);
  /** @type {Map<string, { text: string | null, commits: number }>} writes that the host has not confirmed yet */
  #dirty = new Map();
  /** @type {Map<string, object>} reads on their way, to see when a write overtook one */
  #reading = new Map();
  /** @type {AsyncLocalStorage<Writes>} */
  #step = new AsyncLocalStorage();
  /** @type {(type: string, id: string, value: any) => void} */
  #onWrite;

  /**
   * @param {object} host
   * @param {(type: string, ids: string[]) => Promise<Record<string, string>>} host.load base64 by id
   * @param {(body: object) => Promise<unknown>} host.commit
   * @param {(error: Error) => void} host.onFailure
   * @param {(type: string, id: string, value: any) => void} [host.onWrite]
   */
  constructor({ load, commit, onFailure, onWrite = () => {} }) {
    this.#load = load;
    this.#commits = new CommitQueue(commit, onFailure);
    this.#onWrite = onWrite;
  }

  /** What Baileys writes and reads by itself. */
  outer = {
    get: (/** @type {string} */ type, /** @type {string[]} */ ids) => this.read(type, ids),
    set: (/** @type {any} */ data) => this.commit(collect(new Map(), data)),
  };

  /** What the Signal repository uses: inside a step its writes are gathered and committed with the step. */
  inner = {
    get: (/** @type {any} */ type, /** @type {string[]} */ ids) => this.#readInStep(type, ids),
    set: async (/** @type {any} */ data) => {
      const step = this.#step.getStore();
      await (step ? void collect(step, data) : this.outer.set(data));
    },
    isInTransaction: () => this.#step.getStore() !== undefined,
    /** @type {<T>(work: () => Promise<T>) => Promise<T>} */
    transaction: async (work) => {
      if (this.#step.getStore()) {
        return work();
      }

      const { result, writes } = await this.step(work);
      await this.commit(writes);
      return result;
    },
  };

  /**
   * Runs work whose writes are gathered instead of stored; the caller commits them.
   * @template T
   * @param {() => Promise<T>} work
   */
  async step(work) {
    /** @type {Writes} */
    const writes = new Map();
    return { result: await this.#step.run(writes, work), writes };
  }

  /**
   * @param {Writes} writes
   * @param {Omit<import('./commits.js').Commit, 'set'>} [together] what has to stand in the same transaction
   */
  async commit(writes, together = {}) {
    for (const [key, { type, id, text }] of writes) {
      this.#dirty.set(key, { text, commits: (this.#dirty.get(key)?.commits ?? 0) + 1 });
      this.#reading.delete(key);
      this.#onWrite(type, id, text === null ? null : decodeKey(type, text));
    }

    if (writes.size === 0 && Object.keys(together).length === 0) {
      return;
    }

    const parts = split([...writes.values()].map(toKeyWrite));
    await Promise.all(parts.map((set, n) => this.#commits.push(n === parts.length - 1 ? { set, ...together } : { set })));
    writes.forEach(({ type }, key) => this.#confirm(type, key));
  }

  /**
   * @param {string} type
   * @param {string[]} ids
   * @returns {Promise<Record<string, any>>}
   */
  async read(type, ids) {
    const missing = ids.filter((id) => this.#remembered(keyOf(type, id)) === undefined);
    const loaded = missing.length > 0 ? await this.#fetch(type, missing) : {};
    /** @type {Record<string, any>} */
    const values = {};
    for (const id of ids) {
      const remembered = this.#remembered(keyOf(type, id));
      const text = remembered === undefined ? loaded[id] : remembered;
      if (text) {
        values[id] = decodeKey(type, text);
      }
    }

    return values;
  }

  /** Settles when nothing is on its way to the host any more. */
  flush() {
    return this.#commits.flush();
  }

  close() {
    this.#commits.close();
  }

  /**
   * @param {string} type
   * @param {string[]} ids
   */
  async #readInStep(type, ids) {
    const step = this.#step.getStore();
    const written = ids.filter((id) => step?.has(keyOf(type, id)));
    const values = await this.read(type, ids.filter((id) => !written.includes(id)));
    for (const id of written) {
      const text = step?.get(keyOf(type, id))?.text;
      if (text) {
        values[id] = decodeKey(type, text);
      }
    }

    return values;
  }

  /**
   * @param {string} type
   * @param {string[]} ids
   */
  async #fetch(type, ids) {
    const mark = {};
    ids.forEach((id) => this.#reading.set(keyOf(type, id), mark));
    const values = await this.#load(type, ids);
    const texts = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, Buffer.from(value, 'base64').toString('utf8')]));
    for (const id of ids) {
      const key = keyOf(type, id);
      if (this.#reading.get(key) === mark) {
        this.#reading.delete(key);
        this.#remember(type, key, texts[id] ?? null);
      }
    }

    return texts;
  }

  /** @param {string} key */
  #remembered(key) {
    const dirty = this.#dirty.get(key);
    return dirty ? dirty.text : this.#clean.get(key);
  }

  /**
   * @param {string} type
   * @param {string} key
   */
  #confirm(type, key) {
    const entry = this.#dirty.get(key);
    if (entry && --entry.commits === 0) {
      this.#dirty.delete(key);
      this.#remember(type, key, entry.text);
    }
  }

  /**
   * @param {string} type
   * @param {string} key
   * @param {string | null} text
   */
  #remember(type, key, text) {
    // 812 one-time keys are written at pairing and each is read once: not worth the memory.
    if (type !== 'pre-key') {
      this.#clean.set(key, text, key.length + (text?.length ?? 0));
    }
  }
}
