import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { LineReader } from '../../src/frames.js';
import { Store } from './store.js';

const PATIENCE_MS = 20_000;

/** The host's side of the protocol: listens, checks the secret, keeps one store per session. */
export class FakeHost {
  /** @type {Map<string, Store>} */
  stores = new Map();
  /** @type {any[]} */
  events = [];
  /** @type {any} */
  hello = null;
  /** Sessions whose owner is out of date are refused. */
  stale = new Set();
  secret = 'test secret';
  #folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gateway-test-'));
  socketPath = path.join(this.#folder, 'host.sock');
  #server = net.createServer((stream) => this.#accept(stream));
  /** @type {net.Socket | null} */
  #stream = null;
  #nextId = 1;
  /** @type {Map<number, { resolve: (body: any) => void, reject: (error: Error) => void }>} */
  #waiting = new Map();
  /** @type {(() => void)[]} */
  #listeners = [];

  /** @param {number} [delayMs] of the stores */
  constructor(delayMs = 0) {
    this.delayMs = delayMs;
  }

  async listen() {
    this.#server.listen(this.socketPath);
    await once(this.#server, 'listening');
    return this;
  }

  close() {
    this.hangUp();
    this.#server.close();
    fs.rmSync(this.#folder, { recursive: true, force: true });
  }

  hangUp() {
    this.#stream?.destroy();
    this.#stream = null;
    this.hello = null;
  }

  /** @param {string} session */
  store(session) {
    const store = this.stores.get(session) ?? new Store(this.delayMs);
    this.stores.set(session, store);
    return store;
  }

  /**
   * @param {string} type
   * @param {any} [body]
   * @param {string} [session]
   * @param {number} [epoch]
   * @returns {Promise<any>}
   */
  request(type, body = {}, session, epoch = 1) {
    const id = this.#nextId++;
    this.#write({ v: 1, id, type, ...(session && { session, epoch }), body });
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /**
   * @template T
   * @param {() => T | undefined | false} find asked now and after everything that the gateway says
   * @param {string} what
   * @returns {Promise<T>}
   */
  until(find, what) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`waited in vain for ${what}`)), PATIENCE_MS);
      const look = () => {
        const found = find();
        if (found) {
          clearTimeout(timer);
          this.#listeners = this.#listeners.filter((listener) => listener !== look);
          resolve(found);
        }
      };
      this.#listeners.push(look);
      look();
    });
  }

  /**
   * @param {string} type
   * @param {(body: any) => unknown} [matches]
   * @param {number} [from] index of the first event to look at
   */
  event(type, matches = () => true, from = 0) {
    return this.until(() => this.events.slice(from).find((event) => event.type === type && matches(event.body)), type);
  }

  /** @param {string} state @param {number} [from] */
  state(state, from = 0) {
    return this.event('state', (body) => body.state === state, from);
  }

  /** @param {net.Socket} stream */
  #accept(stream) {
    const reader = new LineReader();
    this.#stream = stream;
    stream.on('error', () => {});
    stream.on('data', (chunk) => reader.push(chunk).forEach((line) => void this.#receive(JSON.parse(line))));
  }

  /** @param {any} frame */
  async #receive(frame) {
    if (frame.seq !== undefined) {
      this.events.push(frame);
      this.#write({ v: 1, ack: frame.seq });
    } else if (frame.re !== undefined) {
      const waiter = this.#waiting.get(frame.re);
      this.#waiting.delete(frame.re);
      frame.ok ? waiter?.resolve(frame.body) : waiter?.reject(Object.assign(new Error(frame.error.message), frame.error));
    } else {
      await this.#answer(frame);
    }

    this.#listeners.forEach((look) => look());
  }

  /** @param {any} frame */
  async #answer({ id, type, session, body }) {
    try {
      this.#write({ v: 1, re: id, ok: true, body: await this.#handle(type, session, body) });
    } catch (error) {
      const { code = 'store_down', message } = /** @type {any} */ (error);
      this.#write({ v: 1, re: id, ok: false, error: { code, message, retryable: true } });
    }
  }

  /**
   * @param {string} type
   * @param {string} session
   * @param {any} body
   */
  async #handle(type, session, body) {
    if (type === 'hello') {
      if (body.secret !== this.secret) {
        throw Object.assign(new Error('wrong secret'), { code: 'wrong_secret' });
      }

      this.hello = body;
      return {};
    }

    if (this.stale.has(session)) {
      throw Object.assign(new Error('a newer owner exists'), { code: 'stale_owner' });
    }

    return this.store(session).handle(type, body);
  }

  /** @param {object} frame */
  #write(frame) {
    this.#stream?.write(`${JSON.stringify(frame)}\n`);
  }
}
