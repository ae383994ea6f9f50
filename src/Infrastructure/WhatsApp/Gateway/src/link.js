import { encodeLine, LineReader } from './frames.js';
import { log } from './log.js';
import { ProtocolError, VERSION } from './protocol.js';

/** @typedef {import('./protocol.js').Body} Body */
/** @typedef {import('./protocol.js').Scope} Scope */

const REPLY_TIMEOUT_MS = 30_000;

/** The connection to the host: requests in both directions, and numbered events that the host acknowledges. */
export class Link {
  #stream;
  #onRequest;
  #reader = new LineReader();
  #nextId = 1;
  #nextSeq = 1;
  #open = true;
  /** @type {Map<number, { resolve: (body: Body) => void, reject: (error: Error) => void, timer: NodeJS.Timeout }>} */
  #waiting = new Map();
  /** @type {Map<number, () => void>} */
  #unacknowledged = new Map();
  /** @type {() => void} */
  #closed = () => {};
  /** Settles when the host is gone. */
  closed = new Promise((/** @type {(value: void) => void} */ resolve) => (this.#closed = resolve));

  /**
   * @param {import('node:net').Socket} stream
   * @param {(request: import('./protocol.js').HostRequest) => Promise<Body>} onRequest
   */
  constructor(stream, onRequest) {
    this.#stream = stream;
    this.#onRequest = onRequest;
    stream.on('data', (chunk) => this.#receive(chunk));
    stream.on('error', () => this.close());
    stream.on('close', () => this.close());
  }

  /**
   * @param {string} type
   * @param {Body} body
   * @param {Scope} [scope]
   * @returns {Promise<Body>}
   */
  async request(type, body, scope) {
    if (!this.#open) {
      throw new ProtocolError('link_closed', 'the host is gone', true);
    }

    const id = this.#nextId++;
    const line = encodeLine({ v: VERSION, id, type, ...scope, body });
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#settle(id)?.reject(new ProtocolError('timeout', type, true)), REPLY_TIMEOUT_MS);
      this.#waiting.set(id, { resolve, reject, timer });
      this.#stream.write(line);
    });
  }

  /**
   * @param {string} type
   * @param {Body} body
   * @param {Scope} scope
   * @returns {Promise<void>} settles when the host has committed the event, or is gone
   */
  async event(type, body, scope) {
    if (!this.#open) {
      return;
    }

    const seq = this.#nextSeq++;
    const line = encodeLine({ v: VERSION, seq, type, ...scope, body });
    const acknowledged = new Promise((/** @type {(value: void) => void} */ resolve) => this.#unacknowledged.set(seq, resolve));
    this.#stream.write(line);
    await acknowledged;
  }

  close() {
    if (!this.#open) {
      return;
    }

    this.#open = false;
    this.#stream.destroy();
    for (const id of [...this.#waiting.keys()]) {
      this.#settle(id)?.reject(new ProtocolError('link_closed', 'the host is gone', true));
    }

    this.#unacknowledged.forEach((done) => done());
    this.#unacknowledged.clear();
    this.#closed();
  }

  /** @param {Buffer} chunk */
  #receive(chunk) {
    try {
      this.#reader.push(chunk).forEach((line) => this.#dispatch(JSON.parse(line)));
    } catch (error) {
      log('link.broken_frame', {}, error);
      this.close();
    }
  }

  /** @param {any} frame */
  #dispatch(frame) {
    if (frame.v !== VERSION) {
      throw new ProtocolError('unknown_version');
    }

    if (frame.ack !== undefined) {
      this.#unacknowledged.get(frame.ack)?.();
      this.#unacknowledged.delete(frame.ack);
    } else if (frame.re !== undefined) {
      const { code = 'unknown', message, retryable } = frame.error ?? {};
      const waiter = this.#settle(frame.re);
      frame.ok ? waiter?.resolve(frame.body ?? {}) : waiter?.reject(new ProtocolError(code, message, retryable));
    } else {
      void this.#answer(frame);
    }
  }

  /** @param {any} frame */
  async #answer(frame) {
    const re = frame.id;
    /** @type {object} */
    let reply;
    try {
      reply = { v: VERSION, re, ok: true, body: await this.#onRequest({ ...frame, body: frame.body ?? {} }) };
    } catch (error) {
      reply = { v: VERSION, re, ok: false, error: describe(error, frame.type) };
    }

    if (this.#open) {
      this.#stream.write(encodeLine(reply));
    }
  }

  /** @param {number} id */
  #settle(id) {
    const waiter = this.#waiting.get(id);
    this.#waiting.delete(id);
    clearTimeout(waiter?.timer);
    return waiter;
  }
}

/**
 * @param {unknown} error
 * @param {string} type
 */
function describe(error, type) {
  if (error instanceof ProtocolError) {
    return { code: error.code, message: error.message, retryable: error.retryable };
  }

  log('link.request_failed', { type }, error);
  return { code: 'internal', message: 'unexpected failure', retryable: false };
}
