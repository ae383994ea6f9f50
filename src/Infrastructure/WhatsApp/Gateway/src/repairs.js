/**
 * Stages of mending a connection that says open and carries nothing: another connection, then everything read anew from
 * the store, then the vendor is told while the attempts go on.
 */
export class Repairs {
  #rounds = 0;

  /** Nothing has helped so far. */
  get exhausted() {
    return this.#rounds > 2;
  }

  /** @returns {'reconnect' | 'resume' | 'tell'} */
  next() {
    this.#rounds++;
    return this.exhausted ? 'tell' : this.#rounds === 1 ? 'reconnect' : 'resume';
  }

  /** @returns {boolean} whether the vendor had been told and has to hear that it is over */
  mended() {
    const told = this.exhausted;
    this.#rounds = 0;
    return told;
  }
}
