import { once } from 'node:events';
import { WebSocketServer } from 'ws';
import { customerRoutes } from './control/customers.js';
import { Events } from './control/events.js';
import { phoneRoutes } from './control/phones.js';
import { createControlServer } from './control/server.js';
import { Network } from './network/network.js';
import { Store } from './storage/store.js';

const HOST = '127.0.0.1';
const SOCKET_PATH = '/ws/chat';

/** The running program: network, control API and media host. */
export class Sandbox {
  /** @param {Network} network @param {import('node:http').Server} server @param {{ controlUrl: string, serverUrl: string, rootKey: string, mediaCa: string }} info */
  constructor(network, server, info) {
    this.network = network;
    this.server = server;
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
      'GET /events': ({ query, response }) => events.stream(response, Number(query.get('after') ?? 0)),
      ...phoneRoutes(network),
      ...customerRoutes(network),
    };
    const server = createControlServer(routes);
    acceptClients(server, network);
    server.listen(port, HOST);
    await once(server, 'listening');
    const address = `${HOST}:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
    const info = { controlUrl: `http://${address}`, serverUrl: `ws://${address}${SOCKET_PATH}`, rootKey: network.identity.rootKey, mediaCa: '' };
    await store.commit();
    return new Sandbox(network, server, info);
  }

  async close() {
    this.server.close();
    this.server.closeAllConnections();
    await this.network.close();
  }
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
