import { jidOf } from '../wire/jid.js';
import { node, seconds, stanzaId, streamError } from '../wire/node.js';

/** @typedef {import('./device.js').LinkedDevice} LinkedDevice */

/** Comings and goings of linked devices. */
export class Devices {
  /** @param {import('./directory.js').Directory} directory @param {(type: string, details: object) => void} publish */
  constructor(directory, publish) {
    this.directory = directory;
    this.publish = publish;
  }

  /** @param {LinkedDevice} device */
  announceLinked(device) {
    this.publish('device.linked', { number: `+${device.account.number}`, device: device.id });
    this.#tellOthers(device, 'add');
  }

  /** @param {LinkedDevice} device @param {string} by who ended it */
  unlink(device, by) {
    this.directory.unlink(device);
    device.connection?.closeWith(streamError(401, [node('conflict', { type: 'device_removed' })]));
    this.publish('device.unlinked', { number: `+${device.account.number}`, device: device.id, by });
    this.#tellOthers(device, 'remove');
  }

  /** The account's other devices must not encrypt for an old list. @param {LinkedDevice} changed @param {'add' | 'remove'} what */
  #tellOthers(changed, what) {
    const { account } = changed;
    const entries = /** @type {const} */ (['lid', 'pn']).map(form =>
      node('device', { jid: jidOf(account, form, changed.id), 'key-index': `${changed.id}` }),
    );
    for (const other of account.devices.values()) {
      if (other !== changed) {
        const attrs = { from: jidOf(account, 'pn'), type: 'devices', id: stanzaId(), t: seconds() };
        other.mailbox.post(node('notification', attrs, [node(what, {}, entries)]));
      }
    }
  }
}
