import { refusal } from '../wire/node.js';

/**
 * @typedef {import('../wire/node.js').Node} Node
 * @typedef {{ connection: import('../wire/connection.js').Connection, device: import('../network/device.js').LinkedDevice }} Caller
 * @typedef {(iq: Node, caller: Caller) => Node | undefined | Promise<Node | undefined>} Handler
 */

/** Answers `iq` stanzas; handlers are found by `namespace type` and, when there are several, the first child's tag. */
export class Queries {
  /** @param {Record<string, Handler>} handlers */
  constructor(handlers) {
    this.handlers = handlers;
  }

  /** @param {Caller['connection']} connection @param {Caller['device']} device @param {Node} iq */
  async answer(connection, device, iq) {
    const { xmlns, type } = iq.attrs;
    if (type === 'result' || type === 'error') {
      return;
    }
    const first = Array.isArray(iq.content) ? iq.content[0]?.tag : undefined;
    const handler = this.handlers[`${xmlns} ${type} ${first}`] ?? this.handlers[`${xmlns} ${type}`];
    const answer = handler ? await handler(iq, { connection, device }) : refusal(iq, 501, 'feature-not-implemented');
    if (answer) {
      connection.send(answer);
    }
  }
}
