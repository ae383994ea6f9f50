import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client, eventually } from './client.js';

const MAIN = fileURLToPath(new URL('../src/main.js', import.meta.url));

/** The sandbox as the host starts it. */
export class RunningSandbox {
  /** @param {import('node:child_process').ChildProcess} child @param {any} info */
  constructor(child, info) {
    this.child = child;
    this.info = info;
  }

  /** @param {{ data?: string, port?: number }} [options] */
  static async start({ data, port = 0 } = {}) {
    const child = spawn(process.execPath, [MAIN, '--port', `${port}`, ...(data ? ['--data', data] : [])], { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface({ input: /** @type {import('node:stream').Readable} */ (child.stdout) });
    const { value } = await lines[Symbol.asyncIterator]().next();
    return new RunningSandbox(child, JSON.parse(value));
  }

  /** @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
  async call(method, path, body) {
    const response = await fetch(this.info.controlUrl + path, { method, body: body && JSON.stringify(body) });
    const answer = /** @type {any} */ (await response.json());
    if (!response.ok) {
      throw Object.assign(new Error(answer.error.code), { status: response.status, code: answer.error.code });
    }
    return answer;
  }

  /** @param {string} path */
  get(path) {
    return this.call('GET', path);
  }

  /** @param {string} path @param {object} [body] */
  post(path, body = {}) {
    return this.call('POST', path, body);
  }

  /** A client linked to this phone by QR code, open. @param {string} number @param {object} [options] */
  async link(number, options) {
    await this.post('/phones', { number, name: 'Awa' });
    const client = new Client(this.info, options);
    client.connect();
    const { qr } = await client.connection(update => update.qr);
    await this.post(`/phones/${number}/scan`, { qr });
    await client.closed();
    await client.open();
    return client;
  }

  /** A message as the handset shows it. @param {string} whose path of a phone or a customer @param {string} id */
  shown(whose, id) {
    return eventually(async () => {
      const { messages } = await this.get(`${whose}/messages`);
      return messages.find((/** @type {any} */ message) => message.id === id);
    }, 10_000, 'message');
  }

  /** @param {string} customer @param {string} phone */
  chat(customer, phone) {
    return this.get(`/customers/${customer}/messages?with=${encodeURIComponent(phone)}`);
  }

  /** Ends it as the host does: by closing its standard input. */
  async stop() {
    const gone = new Promise(resolve => this.child.once('exit', resolve));
    this.child.stdin?.end();
    await gone;
  }

  async kill() {
    const gone = new Promise(resolve => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await gone;
  }
}
