import { createHash } from 'node:crypto';
import { readMessage, readWithheld } from './decode.js';
import { Lru } from './lru.js';

const MEMORY_BYTES = 256 * 1024;
// Only history bundles are larger. They carry nothing for people, and the line to the host has a limit.
const MAX_PLAINTEXT_BYTES = 256 * 1024;

/**
 * Decrypted messages by the hash of their ciphertext. WhatsApp delivers a message again until it has a receipt,
 * but a ciphertext can be decrypted only once; a second delivery is answered from here.
 */
export class Journal {
  #load;
  #context;
  /** @type {Lru<Buffer>} */
  #recent = new Lru(MEMORY_BYTES);
  /** @type {WeakMap<Uint8Array, Record<string, string>>} */
  #stanzas = new WeakMap();

  /**
   * @param {(hash: string) => Promise<string | null>} load base64 from the host
   * @param {import('./decode.js').Context} context
   */
  constructor(load, context) {
    this.#load = load;
    this.#context = context;
  }

  /**
   * Remembers which stanza a ciphertext came in; the repository is given only the bytes.
   * @param {Uint8Array} ciphertext
   * @param {Record<string, string>} attrs
   */
  note(ciphertext, attrs) {
    this.#stanzas.set(ciphertext, attrs);
  }

  /** @param {string} hash */
  recall(hash) {
    return this.#recent.get(hash);
  }

  /** @param {string} hash */
  async load(hash) {
    const text = await this.#load(hash);
    return text === null ? undefined : Buffer.from(text, 'base64');
  }

  /**
   * @param {string} hash
   * @param {Uint8Array} plaintext
   */
  remember(hash, plaintext) {
    this.#recent.set(hash, Buffer.from(plaintext), plaintext.length);
  }

  /**
   * @param {string} hash
   * @param {Uint8Array} ciphertext
   * @param {Uint8Array} plaintext
   * @returns {Promise<import('./protocol.js').JournalRow[]>}
   */
  async rows(hash, ciphertext, plaintext) {
    const attrs = this.#stanzas.get(ciphertext);
    const message = attrs ? await readMessage(attrs, plaintext, this.#context) : null;
    const keep = message !== null || plaintext.length <= MAX_PLAINTEXT_BYTES;
    return keep ? [{ hash, plaintext: Buffer.from(plaintext).toString('base64'), message }] : [];
  }

  /**
   * A message without a ciphertext goes by its id.
   * @param {Record<string, string>} attrs
   * @returns {Promise<import('./protocol.js').JournalRow[]>}
   */
  async withheld(attrs) {
    const message = await readWithheld(attrs, this.#context);
    return message ? [{ hash: hashOf(Buffer.from(`withheld ${message.chat} ${message.id}`)), plaintext: '', message }] : [];
  }
}

/** @param {Uint8Array} ciphertext */
export const hashOf = (ciphertext) => createHash('sha256').update(ciphertext).digest('hex');
