import { ProtocolError } from './protocol.js';

/** The host as one session sees it. A host that knows a newer owner ends this one. */
export class Host {
  #link;
  #scope;
  #onStale;

  /**
   * @param {import('./link.js').Link} link
   * @param {import('./protocol.js').Scope} scope
   * @param {() => void} onStale
   */
  constructor(link, scope, onStale) {
    this.#link = link;
    this.#scope = scope;
    this.#onStale = onStale;
  }

  /**
   * @param {string} type
   * @param {import('./protocol.js').Body} body
   */
  async request(type, body) {
    try {
      return await this.#link.request(type, body, this.#scope);
    } catch (error) {
      if (error instanceof ProtocolError && error.code === 'stale_owner') {
        this.#onStale();
      }

      throw error;
    }
  }

  /**
   * @param {string} type
   * @param {import('./protocol.js').Body} body
   */
  event(type, body) {
    void this.#link.event(type, body, this.#scope);
  }
}
