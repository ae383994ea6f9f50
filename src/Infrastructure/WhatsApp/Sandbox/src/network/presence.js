import { jidOf } from '../wire/jid.js';
import { node } from '../wire/node.js';

/** Typing, in both directions. It is told to whoever is connected and then forgotten. */
export class Presence {
  /** @param {import('./directory.js').Directory} directory @param {(type: string, details: object) => void} publish */
  constructor(directory, publish) {
    this.directory = directory;
    this.publish = publish;
  }

  /** @param {import('./account.js').Account} from @param {import('./account.js').Account} to @param {'composing' | 'recording' | 'paused'} state */
  type(from, to, state) {
    const content = state === 'recording' ? node('composing', { media: 'audio' }) : node(state);
    to.log.setTyping(from.number, state !== 'paused');
    this.publish('typing', { number: `+${to.number}`, with: `+${from.number}`, state });
    for (const device of to.devices.values()) {
      device.connection?.send(node('chatstate', { from: jidOf(from, from.form) }, [content]));
    }
  }

  /** @param {import('./device.js').LinkedDevice} device @param {import('../wire/node.js').Node} stanza */
  fromDevice(device, { attrs, content }) {
    const target = this.directory.resolve(attrs.to);
    const state = Array.isArray(content) ? content[0] : undefined;
    if (target && (state?.tag === 'composing' || state?.tag === 'paused')) {
      this.type(device.account, target.account, state.attrs?.media === 'audio' ? 'recording' : state.tag);
    }
  }

  /** @param {import('../wire/connection.js').Connection} connection @param {import('./device.js').LinkedDevice} device @param {Record<string, string>} attrs */
  change(connection, device, { type, to }) {
    if (type === 'subscribe') {
      const online = this.directory.resolve(to)?.account.isOnline;
      connection.send(node('presence', { from: to, type: online ? 'available' : 'unavailable', last: online ? undefined : 'deny' }));
    } else if (type === 'available' || type === 'unavailable') {
      device.available = type === 'available';
    }
  }
}
