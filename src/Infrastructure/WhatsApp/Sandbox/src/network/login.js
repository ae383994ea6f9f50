import { toNumber } from 'baileys';
import { jidOf } from '../wire/jid.js';
import { node, seconds, streamError } from '../wire/node.js';

/**
 * @typedef {import('../wire/connection.js').Connection} Connection
 * @typedef {import('./device.js').LinkedDevice} LinkedDevice
 */

/** Lets linked devices in. */
export class Login {
  /**
   * @param {{ directory: import('./directory.js').Directory, faults: import('./faults.js').Faults, router: import('./router.js').Router,
   *   queries: import('../iq/queries.js').Queries, publish: (type: string, details: object) => void }} parts
   */
  constructor(parts) {
    this.parts = parts;
  }

  /** @param {Connection} connection @param {import('baileys').proto.ClientPayload} payload @param {Uint8Array} noiseKey */
  begin(connection, payload, noiseKey) {
    const device = this.#find(payload, noiseKey);
    const reason = device ? this.parts.faults.loginRefusal(revisionOf(payload), device.account.number) : 401;
    if (!device || reason) {
      connection.closeWith(node('failure', { reason: `${reason}` }));
      return;
    }
    device.connection?.closeWith(streamError(440, [node('conflict', { type: 'replaced' })]));
    this.#admit(connection, device);
  }

  /** @param {import('baileys').proto.ClientPayload} payload @param {Uint8Array} noiseKey */
  #find({ username, device: id }, noiseKey) {
    const account = this.parts.directory.accounts.get(`${toNumber(username)}`);
    const device = account?.devices.get(id ?? 0);
    return device?.data.noiseKey.equals(noiseKey) ? device : undefined;
  }

  /** @param {Connection} connection @param {LinkedDevice} device */
  #admit(connection, device) {
    const { account } = device;
    const about = { number: `+${account.number}`, device: device.id };
    connection.device = device;
    connection.delay = this.parts.faults.find('delay', account.number)?.ms ?? 0;
    connection.silent = !!this.parts.faults.find('silent', account.number);
    device.attach(connection);
    connection.on('stanza', stanza => void this.#receive(connection, device, stanza));
    connection.on('close', () => {
      device.detach(connection);
      this.parts.publish('connection.closed', about);
    });
    this.parts.publish('connection.opened', about);
    connection.send(node('success', { t: seconds(), lid: jidOf(account, 'lid', device.id) }));
  }

  /** @param {Connection} connection @param {LinkedDevice} device @param {import('../wire/node.js').Node} stanza */
  async #receive(connection, device, stanza) {
    const { queries, router } = this.parts;
    try {
      await (stanza.tag === 'iq' ? queries.answer(connection, device, stanza) : router.route(connection, device, stanza));
    } catch {
      // A client that sends what nobody understands loses its connection, as on the real network.
      this.parts.publish('connection.rejected', { number: `+${device.account.number}`, device: device.id, stanza: stanza.tag });
      connection.closeWith(streamError(500, [node('bad-request')]));
    }
  }
}

/** @param {import('baileys').proto.ClientPayload} payload */
export const revisionOf = payload => payload.userAgent?.appVersion?.tertiary ?? 0;
