import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_CONNECTION_CONFIG } from 'baileys';
import { WebSocketServer } from 'ws';
import { customerRoutes } from './control/customers.js';
import { Events } from './control/events.js';
import { faultRoutes } from './control/fault-routes.js';
import { phoneRoutes } from './control/phones.js';
import { createControlServer } from './control/server.js';
import { startMediaHost } from './media/host.js';
import { Network } from './network/network.js';
import { Store } from './storage/store.js';

const HOST = '127.0.0.1';
const SOCKET_PATH = '/ws/chat';
const CURRENT_REVISION = DEFAULT_CONNECTION_CONFIG.version[2];

/** The running program: network, control API and media host. */
export class Sandbox {
  /** @param {Network} network @param {import('node:http').Server[]} servers @param {{ controlUrl: string, serverUrl: string, rootKey: string, mediaCa: string }} info */
  constructor(network, servers, info) {
    this.network = network;
    this.servers = servers;
    this.info = info;
  }

  /** @param {{ port: number, directory?: string, onFailure: (error: unknown) => void }} options */
  static async start({ port, directory, onFailure }) {
    const store = await Store.open(directory, onFailure);
    const events = new Events();
    const network = new Network(store, (type, details) => events.publish(type, details));
    /** @type {Record<string, import('./control/server.js').Route>} */
    const routes = {
      'GET /health': () => ({ ok: true, connections: network.connections.size }),
      'GET /info': () => info,
      // Where the real network tells which version of its web client is current.
      'GET /sw.js': () => ({ client_revision: network.faults.find('too_old')?.minimum ?? CURRENT_REVISION }),
      'GET /events': ({ query, response }) => events.stream(response, Number(query.get('after') ?? 0)),
      ...phoneRoutes(network),
      ...customerRoutes(network),
      ...faultRoutes(network),
    };
    const mediaServer = await startMedia(network);
    const server = createControlServer(routes);
    acceptClients(server, network);
    server.listen(port, HOST);
    await once(server, 'listening');
    const address = `${HOST}:${portOf(server)}`;
    const mediaCa = join(store.directory, 'media-ca.pem');
    await writeFile(mediaCa, network.data.tls.ca);
    const info = { controlUrl: `http://${address}`, serverUrl: `ws://${address}${SOCKET_PATH}`, rootKey: network.identity.rootKey, mediaCa };
    await store.commit();
    return new Sandbox(network, [server, mediaServer], info);
  }

  async close() {
    for (const server of this.servers) {
      server.close();
      server.closeAllConnections();
    }
    await this.network.close();
  }
}

/** @param {Network} network */
async function startMedia(network) {
  const { data, faults, library } = network;
  const server = await startMediaHost(data.tls, data.mediaPort, { auth: data.mediaAuth, faults, library });
  data.mediaPort = portOf(server);
  library.host = `${HOST}:${data.mediaPort}`;
  network.save();
  return server;
}

/** @param {import('node:net').Server} server */
function portOf(server) {
  return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
}

/** @param {import('node:http').Server} server @param {Network} network */
function acceptClients(server, network) {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.split('?')[0] !== SOCKET_PATH || network.faults.take('refuse_upgrade')) {
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, client => network.accept(client));
  });
}
