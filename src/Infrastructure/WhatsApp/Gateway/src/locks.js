/** Runs work one at a time per key, in the order of asking. */
export class KeyedLocks {
  /** @type {Map<string, Promise<void>>} */
  #tails = new Map();

  /**
   * @template T
   * @param {string[]} keys taken in sorted order, so that two callers never wait for each other
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  async run(keys, work) {
    const [first, ...rest] = [...new Set(keys)].sort();
    return first === undefined ? work() : this.#single(first, () => this.run(rest, work));
  }

  /**
   * @template T
   * @param {string} key
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  async #single(key, work) {
    const before = this.#tails.get(key);
    /** @type {() => void} */
    let release = () => {};
    const tail = new Promise((/** @type {(value: void) => void} */ resolve) => (release = resolve));
    this.#tails.set(key, tail);
    try {
      await before;
      return await work();
    } finally {
      release();
      if (this.#tails.get(key) === tail) {
        this.#tails.delete(key);
      }
    }
  }
}

/** Lets at most `width` holders in at a time, and no two of them closer to each other than a gap. */
export class Limiter {
  #free;
  #gapMs;
  /** @type {(() => void)[]} */
  #queue = [];
  #nextMs = 0;
  /** @type {NodeJS.Timeout | null} */
  #timer = null;

  /** @param {number} width @param {number} [gapMs] */
  constructor(width, gapMs = 0) {
    this.#free = width;
    this.#gapMs = gapMs;
  }

  /** @returns {Promise<() => void>} call the result once to leave; more calls do nothing */
  async acquire() {
    await new Promise((/** @type {(value: void) => void} */ resolve) => {
      this.#queue.push(resolve);
      this.#admit();
    });
    let held = true;
    return () => {
      if (held) {
        held = false;
        this.#free++;
        this.#admit();
      }
    };
  }

  #admit() {
    if (this.#free === 0 || this.#queue.length === 0 || this.#timer) {
      return;
    }

    // Never longer than the gap, even when the clock was set back.
    const waitMs = Math.min(this.#nextMs - Date.now(), this.#gapMs);
    if (waitMs > 0) {
      this.#timer = setTimeout(() => {
        this.#timer = null;
        this.#nextMs = 0;
        this.#admit();
      }, waitMs);
      return;
    }

    this.#free--;
    this.#nextMs = Date.now() + this.#gapMs;
    this.#queue.shift()?.();
    this.#admit();
  }
}

/** Wakes everybody who waits for something to happen. */
export class Bell {
  /** @type {(() => void)[]} */
  #waiting = [];

  ring() {
    this.#waiting.splice(0).forEach((wake) => wake());
  }

  /**
   * @param {number} patienceMs
   * @returns {Promise<void>} settles at the next ring, or when patience ends
   */
  heard(patienceMs) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patienceMs);
      timer.unref();
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
