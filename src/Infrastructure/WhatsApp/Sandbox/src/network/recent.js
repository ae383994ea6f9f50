const KEPT = 500;

/** The last stanzas the network delivered, to deliver one a second time with the same ciphertext. */
export class RecentStanzas {
  /** @type {Map<string, { device: import('./device.js').LinkedDevice, stanza: import('../wire/node.js').Node }[]>} */ #sent = new Map();

  /** @param {string} sender @param {string} id @param {import('./device.js').LinkedDevice} device @param {import('../wire/node.js').Node} stanza */
  remember(sender, id, device, stanza) {
    const key = `${sender}:${id}`;
    this.#sent.set(key, [...(this.#sent.get(key) ?? []), { device, stanza }]);
    if (this.#sent.size > KEPT) {
      this.#sent.delete(/** @type {string} */ (this.#sent.keys().next().value));
    }
  }

  /** @param {string} sender @param {string} id @returns {boolean} false when it is no longer known */
  deliverAgain(sender, id) {
    const deliveries = this.#sent.get(`${sender}:${id}`) ?? [];
    for (const { device, stanza } of deliveries) {
      device.mailbox.post(stanza);
    }
    return deliveries.length > 0;
  }
}
