const EVERYONE = '*';
const LOGIN_REFUSALS = { ban: 403, too_old: 405, unavailable: 503 };

/** @typedef {{ ms?: number, count?: number, code?: number, minimum?: number }} Setting `minimum` = the oldest version that is let in */

/** Faults that are armed for one number or for everyone, until they are used up or cleared. */
export class Faults {
  /** @type {Map<string, Setting>} */ #armed = new Map();

  /** @param {string} kind @param {string | undefined} number @param {Setting} setting */
  arm(kind, number, setting) {
    this.#armed.set(`${kind}:${number ?? EVERYONE}`, { ...setting });
  }

  /** @param {string} kind @param {string} [number] @returns {Setting | undefined} */
  find(kind, number = EVERYONE) {
    return this.#armed.get(`${kind}:${number}`) ?? this.#armed.get(`${kind}:${EVERYONE}`);
  }

  /** Like find, and uses up one of `count`. @param {string} kind @param {string} [number] */
  take(kind, number = EVERYONE) {
    const key = this.#armed.has(`${kind}:${number}`) ? `${kind}:${number}` : `${kind}:${EVERYONE}`;
    const setting = this.#armed.get(key);
    if (setting?.count !== undefined && --setting.count <= 0) {
      this.#armed.delete(key);
    }
    return setting;
  }

  /** The reason why this number may not log in now. @param {number} revision of the client @param {string} [number] none before it is linked */
  loginRefusal(revision, number) {
    const { minimum } = this.find('too_old', number) ?? {};
    const kinds = Object.keys(LOGIN_REFUSALS).filter(kind => kind !== 'too_old' || !minimum || revision < minimum);
    const kind = kinds.find(kind => this.take(kind, number));
    return kind ? LOGIN_REFUSALS[/** @type {keyof typeof LOGIN_REFUSALS} */ (kind)] : this.take('refuse_login', number)?.code;
  }

  /** @param {string} [number] without one, everything */
  clear(number) {
    for (const key of [...this.#armed.keys()]) {
      if (!number || key.endsWith(`:${number}`)) {
        this.#armed.delete(key);
      }
    }
  }
}
