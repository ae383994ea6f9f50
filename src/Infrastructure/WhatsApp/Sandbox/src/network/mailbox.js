import { node } from '../wire/node.js';

/**
 * @typedef {import('../wire/node.js').Node} Node
 * @typedef {{ key: string, stanza: Node }} Entry
 */

/**
 * What one linked device has not acknowledged yet, in order. A stanza stays until its ack, so a device that was away or
 * lost the line gets it again with `offline` set.
 */
export class Mailbox {
  /** @param {Entry[]} entries @param {() => void} changed */
  constructor(entries, changed) {
    this.entries = entries;
    this.changed = changed;
    /** @type {import('../wire/connection.js').Connection | undefined} */ this.connection = undefined;
  }

  /** @param {Node} stanza */
  post(stanza) {
    this.entries.push({ key: keyOf(stanza.tag, stanza.attrs), stanza });
    this.changed();
    if (this.connection?.live) {
      this.connection.send(stanza);
    }
  }

  /** @param {string} tag @param {Record<string, string>} attrs of the ack or of the receipt that stands for it */
  acknowledge(tag, attrs) {
    const position = this.entries.findIndex(entry => entry.key === keyOf(tag, attrs));
    if (position >= 0) {
      this.entries.splice(position, 1);
      this.changed();
    }
  }

  /** Hands over what waited, then tells the client that this was all. @param {import('../wire/connection.js').Connection} connection */
  handOver(connection) {
    this.connection = connection;
    connection.live = true;
    this.entries.forEach(({ stanza }, index) => connection.send(waiting(stanza, index)));
    connection.send(node('ib', { from: 's.whatsapp.net' }, [node('offline', { count: `${this.entries.length}` })]));
  }
}

/** A message has one receipt per kind, all under the message's id. @param {string} tag @param {Record<string, string>} attrs */
function keyOf(tag, { id, type }) {
  return tag === 'receipt' ? `${tag}:${id}:${type ?? ''}` : `${tag}:${id}`;
}

/** @param {Node} stanza @param {number} index */
function waiting(stanza, index) {
  return { ...stanza, attrs: { ...stanza.attrs, offline: `${index}` } };
}
