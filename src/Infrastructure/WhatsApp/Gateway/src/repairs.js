/**
 * Stages of mending a connection that says open and carries nothing: another connection, then everything read anew from
 * the store, then the vendor is told while the attempts go on.
 */
export class Repairs {
  #rounds = 0;
  /** @type {import('./pulse.js').Sign | null} of the last deafness */
  #sign = null;

  /** Nothing has helped so far. */
  get exhausted() {
    return this.#rounds > 2;
  }

  /**
   * @param {import('./pulse.js').Sign} sign
   * @returns {'reconnect' | 'resume' | 'tell'}
   */
  next(sign) {
    this.#sign = sign;
    this.#rounds++;
    return this.exhausted ? 'tell' : this.#rounds === 1 ? 'reconnect' : 'resume';
  }

  /**
   * @param {boolean} acknowledged a message of ours was; without that, an answer does not mend missing acknowledgements
   * @returns {boolean} whether the vendor had been told and has to hear that it is over
   */
  mended(acknowledged) {
    if (this.#sign === 'no_acknowledgement' && !acknowledged) {
      return false;
    }

    const told = this.exhausted;
    this.#rounds = 0;
    return told;
  }
}
