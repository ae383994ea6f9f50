import { EventEmitter } from 'node:events';
import { decodeBinaryNode, encodeBinaryNode, NOISE_WA_HEADER } from 'baileys';
import { NoiseServer } from './noise.js';

/** @typedef {import('./node.js').Node} Node */

const MAX_FRAME = 1 << 20;

/**
 * One WebSocket of a client: frames, Noise, stanzas.
 * Events: `hello` (client payload and static key), `stanza`, `close`.
 */
export class Connection extends EventEmitter {
  #received = Buffer.alloc(0);
  #headerSeen = false;
  #noise;
  /** @type {ReturnType<NoiseServer['acceptFinish']> | undefined} */ #transport;
  /** @type {Promise<void>} */ #reading = Promise.resolve();
  /** @type {Promise<void>} */ #writing = Promise.resolve();
  #helloDone = false;

  /** @type {import('../network/device.js').LinkedDevice | undefined} set by the login */ device;
  /** Held back stanzas, milliseconds. */ delay = 0;
  /** A silent server reads and never answers. */ silent = false;
  /** False until the messages that waited have been handed over. */ live = false;

  /** @param {import('ws').WebSocket} socket @param {import('./certificate.js').ServerIdentity} identity */
  constructor(socket, identity) {
    super();
    this.socket = socket;
    this.#noise = new NoiseServer(identity);
    socket.on('message', data => this.#receive(/** @type {Buffer} */ (data)));
    socket.on('close', () => this.emit('close'));
    socket.on('error', () => socket.terminate());
  }

  get isOpen() {
    return this.socket.readyState === this.socket.OPEN;
  }

  /** @param {Node} stanza */
  send(stanza) {
    this.#later(() => {
      if (this.isOpen && !this.silent && this.#transport) {
        this.#sendFrame(this.#transport.outgoing.encrypt(encodeBinaryNode(stanza)));
      }
    });
  }

  /** Sends a last stanza, then closes. @param {Node} stanza */
  closeWith(stanza) {
    this.silent = false;
    this.send(stanza);
    this.#later(() => this.socket.close());
  }

  /** Cuts the line without a word. */
  cut() {
    this.socket.terminate();
  }

  /** @param {() => void} step */
  #later(step) {
    const due = Date.now() + this.delay;
    const wait = this.delay ? () => new Promise(resolve => setTimeout(resolve, due - Date.now())) : () => {};
    this.#writing = this.#writing.then(wait).then(step).catch(() => this.cut());
  }

  /** @param {Buffer} data */
  #receive(data) {
    this.#received = Buffer.concat([this.#received, data]);
    try {
      this.#takeFrames();
    } catch {
      this.cut();
    }
  }

  #takeFrames() {
    if (!this.#headerSeen && this.#received.length >= NOISE_WA_HEADER.length) {
      this.#takeHeader();
    }
    while (this.#headerSeen && this.#received.length >= 3) {
      const size = this.#received.readUIntBE(0, 3);
      if (size > MAX_FRAME) {
        throw new Error('frame too large');
      }
      if (this.#received.length < size + 3) {
        return;
      }
      const frame = this.#received.subarray(3, size + 3);
      this.#received = this.#received.subarray(size + 3);
      this.#takeFrame(frame);
    }
  }

  #takeHeader() {
    if (!this.#received.subarray(0, NOISE_WA_HEADER.length).equals(Buffer.from(NOISE_WA_HEADER))) {
      throw new Error('not a WhatsApp client');
    }
    this.#received = this.#received.subarray(NOISE_WA_HEADER.length);
    this.#headerSeen = true;
  }

  /** @param {Buffer} frame */
  #takeFrame(frame) {
    if (!this.#helloDone) {
      this.#helloDone = true;
      this.#sendFrame(this.#noise.acceptHello(frame));
    } else if (!this.#transport) {
      this.#transport = this.#noise.acceptFinish(frame);
      const { payload, clientStatic } = this.#transport;
      this.emit('hello', payload, clientStatic);
    } else {
      const plain = this.#transport.incoming.decrypt(frame);
      this.#reading = this.#reading.then(() => this.#deliver(plain)).catch(() => this.cut());
    }
  }

  /** @param {Buffer} plain */
  async #deliver(plain) {
    const stanza = await decodeBinaryNode(plain);
    if (!this.silent) {
      this.emit('stanza', stanza);
    }
  }

  /** @param {Uint8Array} payload */
  #sendFrame(payload) {
    const length = Buffer.alloc(3);
    length.writeUIntBE(payload.length, 0, 3);
    this.socket.send(Buffer.concat([length, payload]));
  }
}
