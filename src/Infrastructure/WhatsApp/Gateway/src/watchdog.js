/**
 * @typedef {object} Patience
 * @property {number} answerMs until the server has shown a code or let us in
 * @property {number} silenceMs without any frame
 * @property {number} checkMs
 */

/** @type {Patience} */
export const PATIENCE = { answerMs: 60_000, silenceMs: 90_000, checkMs: 5_000 };

/** Ends connections that hang: Baileys may wait for ever when an upgrade is refused or a server falls silent. */
export class Watchdog {
  #started = Date.now();
  #answered = false;
  #timer;
  /** @type {number | null} time of the newest frame */
  lastFrameMs = null;

  /**
   * @param {() => void} onHanging
   * @param {Patience} [patience]
   */
  constructor(onHanging, { answerMs, silenceMs, checkMs } = PATIENCE) {
    this.#timer = setInterval(() => {
      const now = Date.now();
      const unanswered = !this.#answered && now - this.#started > answerMs;
      const silent = now - (this.lastFrameMs ?? this.#started) > silenceMs;
      if (unanswered || silent) {
        this.stop();
        onHanging();
      }
    }, checkMs);
    this.#timer.unref();
  }

  frame() {
    this.lastFrameMs = Date.now();
  }

  answered() {
    this.#answered = true;
  }

  stop() {
    clearInterval(this.#timer);
  }
}
