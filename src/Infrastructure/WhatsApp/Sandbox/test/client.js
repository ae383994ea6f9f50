import makeWASocket, { BufferJSON, initAuthCreds, WA_CERT_DETAILS } from 'baileys';

/** @typedef {ReturnType<typeof makeWASocket>} Socket */

/** @type {any} */
const silent = { level: 'silent', child: () => silent, trace() {}, debug() {}, info() {}, warn() {}, error() {}, fatal() {} };

/** A client that keeps its keys in memory and reconnects when asked. */
export class Client {
  creds = initAuthCreds();
  /** @type {Record<string, Record<string, string>>} */ store = {};
  /** @type {Socket | undefined} */ current;
  /** @type {any[]} */ messages = [];
  /** @type {any[]} */ updates = [];
  /** @type {any[]} */ connectionUpdates = [];
  /** @type {any[]} */ acks = [];
  /** @type {any[]} */ presences = [];
  /** how many stanzas had waited at the last login */ waited = -1;
  /** @type {Map<string, any>} */ sent = new Map();

  /** @param {{ serverUrl: string, rootKey: string }} server @param {object} [options] */
  constructor(server, options = {}) {
    this.server = server;
    this.options = options;
    WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(server.rootKey, 'hex');
  }

  get socket() {
    if (!this.current) {
      throw new Error('not connected');
    }
    return this.current;
  }

  connect() {
    void this.current?.end(undefined);
    this.current = makeWASocket({
      auth: { creds: this.creds, keys: this.#keys() },
      logger: silent,
      waWebSocketUrl: this.server.serverUrl,
      markOnlineOnConnect: false,
      shouldSyncHistoryMessage: ({ syncType }) => syncType !== 3 && syncType !== 2,
      getMessage: async key => this.sent.get(/** @type {string} */ (key.id)),
      retryRequestDelayMs: 10,
      ...this.options,
    });
    this.#listen(this.current);
    return this.current;
  }

  /** Resolves with the first update that fits. @param {(update: any) => boolean} fits @param {number} [ms] @returns {Promise<any>} */
  connection(fits, ms = 10_000) {
    return eventually(() => this.connectionUpdates.find(fits), ms, 'connection update');
  }

  async open() {
    this.connectionUpdates = [];
    this.connect();
    await this.connection(update => update.connection === 'open');
    await this.connection(update => update.receivedPendingNotifications);
  }

  /** The code of the next close. */
  async closed() {
    const { lastDisconnect } = await this.connection(update => update.connection === 'close');
    this.current = undefined;
    return lastDisconnect.error?.output?.statusCode;
  }

  /** @param {string} text @returns {Promise<any>} */
  received(text) {
    return eventually(() => this.messages.find(({ message }) => textOf(message) === text), 10_000, 'message');
  }

  /** A quick status is merged into the client's own upsert, a later one is an update. @param {string} id @param {number} status */
  status(id, status) {
    return eventually(() => {
      const own = this.messages.filter(({ key }) => key.id === id);
      const updates = this.updates.filter(({ key }) => key.id === id).map(({ update }) => update);
      return [...own, ...updates].find(known => known.status >= status);
    }, 10_000, `status ${status}`);
  }

  /** @param {string} jid @param {any} content @param {any} [options] */
  async send(jid, content, options) {
    const sent = await this.socket.sendMessage(jid, content, options);
    this.sent.set(/** @type {string} */ (sent?.key.id), sent?.message);
    return /** @type {string} */ (sent?.key.id);
  }

  stop() {
    void this.current?.end(undefined);
  }

  /** @param {Socket} socket */
  #listen(socket) {
    socket.ev.on('connection.update', update => this.connectionUpdates.push(update));
    socket.ev.on('creds.update', update => Object.assign(this.creds, update));
    socket.ev.on('messages.upsert', ({ messages }) => this.messages.push(...messages));
    socket.ev.on('messages.update', updates => this.updates.push(...updates));
    socket.ev.on('presence.update', update => this.presences.push(update));
    socket.ws.on('CB:ib,,offline', (/** @type {any} */ { content }) => (this.waited = Number(content[0].attrs.count)));
    socket.ws.on('CB:ack,class:message', (/** @type {any} */ ack) => this.acks.push(ack.attrs));
  }

  /** @returns {any} */
  #keys() {
    const { store } = this;
    return {
      async get(/** @type {string} */ type, /** @type {string[]} */ ids) {
        const found = ids.filter(id => store[type]?.[id] !== undefined);
        return Object.fromEntries(found.map(id => [id, JSON.parse(store[type][id], BufferJSON.reviver)]));
      },
      async set(/** @type {Record<string, Record<string, any>>} */ data) {
        for (const [type, values] of Object.entries(data)) {
          store[type] ??= {};
          for (const [id, value] of Object.entries(values)) {
            if (value === null || value === undefined) {
              delete store[type][id];
            } else {
              store[type][id] = JSON.stringify(value, BufferJSON.replacer);
            }
          }
        }
      },
    };
  }
}

/** @param {any} message */
export function textOf(message) {
  return message?.conversation ?? message?.extendedTextMessage?.text;
}

/** @template T @param {() => T | Promise<T>} probe @param {number} [ms] @param {string} [what] @returns {Promise<NonNullable<T>>} */
export async function eventually(probe, ms = 10_000, what = 'it') {
  const until = Date.now() + ms;
  for (;;) {
    const found = await probe();
    if (found) {
      return found;
    }
    if (Date.now() > until) {
      throw new Error(`${what} did not come`);
    }
    await new Promise(resolve => setTimeout(resolve, 15));
  }
}
