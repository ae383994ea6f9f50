/**
 * A map that forgets what was used least recently once it weighs too much.
 * @template V
 */
export class Lru {
  /** @type {Map<string, { value: V, weight: number, expires: number }>} */
  #entries = new Map();
  #weight = 0;
  #limit;
  #lifetimeMs;

  /**
   * @param {number} limit greatest sum of weights
   * @param {number} [lifetimeMs]
   */
  constructor(limit, lifetimeMs = Infinity) {
    this.#limit = limit;
    this.#lifetimeMs = lifetimeMs;
  }

  /**
   * @param {string} key
   * @returns {V | undefined}
   */
  get(key) {
    const entry = this.#entries.get(key);
    if (!entry || entry.expires < Date.now()) {
      this.delete(key);
      return undefined;
    }

    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /**
   * @param {string} key
   * @param {V} value
   * @param {number} [weight]
   */
  set(key, value, weight = 1) {
    this.delete(key);
    if (weight > this.#limit) {
      return;
    }

    this.#entries.set(key, { value, weight, expires: Date.now() + this.#lifetimeMs });
    this.#weight += weight;
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#limit) {
        break;
      }

      this.delete(oldest);
    }
  }

  /** @param {string} key */
  delete(key) {
    this.#weight -= this.#entries.get(key)?.weight ?? 0;
    this.#entries.delete(key);
  }
}
