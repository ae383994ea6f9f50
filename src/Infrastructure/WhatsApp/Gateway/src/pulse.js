import { Bell } from './locks.js';
import { log } from './log.js';

/** @typedef {'no_acknowledgement' | 'no_answer'} Sign */

/**
 * @typedef {object} PulseParts
 * @property {import('./protocol.js').Scope} scope
 * @property {number} evidenceMs the longest time without evidence, and the longest wait for an acknowledgement
 * @property {() => Promise<void>} probe settles when the server has answered a question of ours
 * @property {(acknowledged: boolean) => void} onProven something came, and nothing is outstanding
 * @property {(sign: Sign) => void} onDeaf
 */

/**
 * Looks for evidence that a connection which calls itself open carries anything: acknowledgements, receipts, messages,
 * and, when none of them comes for a while, an answer to a question of our own. A server that answers questions and
 * acknowledges no message is deaf too.
 */
export class Pulse {
  #parts;
  #timer;
  #probing = false;
  /** @type {Map<string, number>} messages that left, and when */
  #unacknowledged = new Map();
  #settled = new Bell();
  lastEvidenceMs = Date.now();

  /** @param {PulseParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#timer = setInterval(() => this.#check(), Math.max(50, parts.evidenceMs / 9));
    this.#timer.unref();
  }

  /** @param {string} messageId */
  sent(messageId) {
    this.#unacknowledged.set(messageId, Date.now());
  }

  /** @param {string} messageId */
  unsent(messageId) {
    this.#unacknowledged.delete(messageId);
    this.#ringWhenSettled();
  }

  /**
   * @param {number} patienceMs
   * @returns {Promise<void>} settles when nothing that left is without its acknowledgement, or when patience ends
   */
  async settled(patienceMs) {
    if (this.#unacknowledged.size > 0) {
      await this.#settled.heard(patienceMs);
    }
  }

  /** @param {string} [messageId] the message that was acknowledged */
  evidence(messageId) {
    this.lastEvidenceMs = Date.now();
    if (messageId) {
      this.#unacknowledged.delete(messageId);
      this.#ringWhenSettled();
    }

    if (this.#unacknowledged.size === 0) {
      this.#parts.onProven(messageId !== undefined);
    }
  }

  stop() {
    clearInterval(this.#timer);
  }

  #ringWhenSettled() {
    if (this.#unacknowledged.size === 0) {
      this.#settled.ring();
    }
  }

  #check() {
    const [oldest = Infinity] = this.#unacknowledged.values();
    const { evidenceMs } = this.#parts;
    if (Date.now() - oldest > evidenceMs) {
      this.#deaf('no_acknowledgement');
    } else if (Date.now() - this.lastEvidenceMs > evidenceMs && !this.#probing) {
      void this.#probe();
    }
  }

  async #probe() {
    this.#probing = true;
    try {
      await this.#parts.probe();
      this.evidence();
    } catch {
      this.#deaf('no_answer');
    }

    this.#probing = false;
  }

  /** @param {Sign} sign */
  #deaf(sign) {
    this.stop();
    log('session.deaf', { ...this.#parts.scope, sign });
    this.#parts.onDeaf(sign);
  }
}
