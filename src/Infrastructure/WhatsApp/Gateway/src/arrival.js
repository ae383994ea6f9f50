const PATIENCE_MS = 30_000;

/**
 * Keeps messages in the order of their arrival. Baileys works through those that waited while we were away one by one,
 * and lets a live one overtake them; a live one that comes meanwhile is made to stand in the same queue.
 */
export class ArrivalOrder {
  /** @type {Set<string>} messages in the queue */
  #waiting = new Set();
  #lastMs = 0;

  /** @param {Record<string, string>} attrs of a message stanza; marked when it has to queue */
  arrived(attrs) {
    const now = Date.now();
    // Some messages lead to nothing that we hear of; they must not hold up the others for ever.
    if (now - this.#lastMs > PATIENCE_MS) {
      this.#waiting.clear();
    }

    if (attrs.id && (attrs.offline || this.#waiting.size > 0)) {
      attrs.offline ??= '0';
      this.#waiting.add(attrs.id);
      this.#lastMs = now;
    }
  }

  /** @param {string | null | undefined} id */
  handled(id) {
    if (id && this.#waiting.delete(id)) {
      this.#lastMs = Date.now();
    }
  }
}
