import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Queries } from '../iq/queries.js';
import { Catalogue, catalogueHandlers } from '../iq/catalogue.js';
import { mediaHandlers } from '../iq/media-conn.js';
import { accountHandlers, settingsHandlers } from '../iq/misc.js';
import { preKeyHandlers } from '../iq/pre-keys.js';
import { usyncHandlers } from '../iq/usync.js';
import { MediaLibrary } from '../media/library.js';
import { generateTlsIdentity } from '../media/tls.js';
import { Pairing } from '../pairing/pairing.js';
import { generateServerKeys, issueServerIdentity } from '../wire/certificate.js';
import { Connection } from '../wire/connection.js';
import { node } from '../wire/node.js';
import { Devices } from './devices.js';
import { Directory } from './directory.js';
import { Faults } from './faults.js';
import { Handsets } from './handset.js';
import { Inbound } from './inbound.js';
import { Login, revisionOf } from './login.js';
import { Presence } from './presence.js';
import { Receipts } from './receipts.js';
import { RecentStanzas } from './recent.js';
import { Retries } from './retries.js';
import { Router } from './router.js';
import { shown } from './view.js';

/** @typedef {(type: string, details: object) => void} Publish */

/** The whole pretended network. */
export class Network {
  /** @type {Set<Connection>} */ connections = new Set();

  /** @param {import('../storage/store.js').Store} store @param {Publish} publish */
  constructor(store, publish) {
    const saved = store.documents.get('network');
    this.store = store;
    this.data = { ...(saved ?? newNetwork()), clean: false };
    this.identity = issueServerIdentity(this.data.keys);
    this.faults = new Faults();
    this.receipts = new Receipts();
    this.recent = new RecentStanzas();
    this.library = new MediaLibrary(join(store.directory, 'media'), '');
    this.catalogue = new Catalogue();
    this.handsets = new Handsets(this.receipts, this.recent, this.faults);
    // Not clean: killed while running, so sessions on disk may be older than what the clients have seen.
    this.directory = new Directory(store, publishMessages(publish), saved?.clean === false);
    this.devices = new Devices(this.directory, publish);
    this.pairing = new Pairing(this.directory, store, this.devices);
    this.presence = new Presence(this.directory, publish);
    this.login = new Login({ directory: this.directory, faults: this.faults, router: this.#router(), queries: this.#queries(), publish });
    this.save();
  }

  #router() {
    const { directory, faults, library, presence, receipts, store } = this;
    const retries = new Retries(this.handsets, directory);
    const inbound = new Inbound(directory, receipts, retries, library);
    return new Router({ directory, inbound, receipts, retries, faults, store, presence, library });
  }

  #queries() {
    const { directory, devices, store } = this;
    return new Queries({
      ...preKeyHandlers(directory, store),
      ...usyncHandlers(directory),
      ...accountHandlers(devices),
      ...mediaHandlers(() => ({ host: this.library.host, auth: this.data.mediaAuth })),
      ...catalogueHandlers(this.catalogue),
      ...settingsHandlers,
    });
  }

  /** @param {import('ws').WebSocket} socket */
  accept(socket) {
    const connection = new Connection(socket, this.identity);
    this.connections.add(connection);
    connection.on('close', () => this.connections.delete(connection));
    connection.on('hello', (payload, noiseKey) => this.#welcome(connection, payload, noiseKey));
  }

  /** @param {Connection} connection @param {import('baileys').proto.ClientPayload} payload @param {Uint8Array} noiseKey */
  #welcome(connection, payload, noiseKey) {
    if (!payload.devicePairingData) {
      this.login.begin(connection, payload, noiseKey);
      return;
    }
    const reason = this.faults.loginRefusal(revisionOf(payload));
    if (reason) {
      connection.closeWith(node('failure', { reason: `${reason}` }));
    } else {
      this.pairing.begin(connection, payload, noiseKey);
    }
  }

  save() {
    this.store.save('network', () => this.data);
  }

  /** Everything is on disk afterwards. */
  async close() {
    for (const connection of this.connections) {
      connection.cut();
    }
    this.data.clean = true;
    this.save();
    await this.store.close();
  }
}

/** @param {Publish} publish @returns {ConstructorParameters<typeof Directory>[1]} */
function publishMessages(publish) {
  return (account, message) => publish('message', { number: `+${account.number}`, message: shown(account, message) });
}

/** What stays the same for as long as the data directory lives. */
function newNetwork() {
  return { keys: generateServerKeys(), tls: generateTlsIdentity(), mediaAuth: randomBytes(24).toString('base64url'), mediaPort: 0 };
}
