import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { FakeHost } from './fake-host.js';

const GATEWAY = fileURLToPath(new URL('../../src/main.js', import.meta.url));
const SANDBOX = fileURLToPath(new URL('../../../Sandbox/src/main.js', import.meta.url));

const PATIENCE_MS = 20_000;

/** The pretend WhatsApp, in a process of its own (its packages: `npm ci` in ../Sandbox). */
export class Sandbox {
  /** @param {import('node:child_process').ChildProcess} child @param {any} info */
  constructor(child, info) {
    this.child = child;
    this.info = info;
  }

  static async start() {
    const child = spawn(process.execPath, [SANDBOX, '--port', '0'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface({ input: /** @type {import('node:stream').Readable} */ (child.stdout) });
    const { value } = await lines[Symbol.asyncIterator]().next();
    return new Sandbox(child, JSON.parse(value));
  }

  /** @param {string} path @param {object} body @returns {Promise<any>} */
  post(path, body = {}) {
    return this.#call('POST', path, body);
  }

  /** @param {string} path @returns {Promise<any>} */
  get(path) {
    return this.#call('GET', path);
  }

  /**
   * @param {string} customer
   * @param {string} vendor
   * @param {number} count waits until the customer's phone shows so many messages from the vendor
   */
  async received(customer, vendor, count) {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
      const shown = await this.shown(customer, vendor);
      if (shown.length >= count) {
        return shown;
      }

      const { messages } = await this.get(`/customers/${customer}/messages?with=${vendor}`);
      await this.get(`/customers/${customer}/messages?with=${vendor}&after=${messages.at(-1)?.n ?? 0}&wait=1`);
    }

    return this.shown(customer, vendor);
  }

  /** @param {string} customer @param {string} vendor */
  async shown(customer, vendor) {
    const { messages } = await this.get(`/customers/${customer}/messages?with=${vendor}`);
    return messages.filter((/** @type {any} */ message) => message.direction === 'in');
  }

  async stop() {
    const gone = once(this.child, 'exit');
    this.child.stdin?.end();
    await gone;
  }

  /** @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
  async #call(method, path, body) {
    const response = await fetch(this.info.controlUrl + path, { method, body: body && JSON.stringify(body) });
    const answer = /** @type {any} */ (await response.json());
    if (!response.ok) {
      throw Object.assign(new Error(`${path}: ${answer.error.code}`), { code: answer.error.code });
    }

    return answer;
  }
}

/** The gateway as the host starts it. */
export class Gateway {
  output = { stdout: '', stderr: '' };
  /** @type {import('node:child_process').ChildProcess} */
  child;

  /**
   * @param {FakeHost} host
   * @param {any} [info] of the sandbox
   * @param {NodeJS.ProcessEnv} [extra]
   */
  constructor(host, info, extra = {}) {
    const env = {
      ...process.env,
      WASAAS_SOCKET: host.socketPath,
      WASAAS_SECRET: host.secret,
      WASAAS_PROCESS: '0',
      ...(info && { WASAAS_SERVER_URL: info.serverUrl, WASAAS_ROOT_KEY: info.rootKey, NODE_EXTRA_CA_CERTS: info.mediaCa }),
      ...extra,
    };
    this.child = spawn(process.execPath, [GATEWAY], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout?.on('data', (chunk) => (this.output.stdout += chunk));
    this.child.stderr?.on('data', (chunk) => (this.output.stderr += chunk));
    this.exited = once(this.child, 'exit').then(([code]) => code);
  }

  /** @param {FakeHost} host @param {any} [info] @param {NodeJS.ProcessEnv} [extra] */
  static async start(host, info, extra) {
    const gateway = new Gateway(host, info, extra);
    await host.until(() => host.hello, 'hello');
    return gateway;
  }

  /** @param {NodeJS.Signals} signal */
  async kill(signal = 'SIGTERM') {
    this.child.kill(signal);
    return this.exited;
  }
}

/**
 * @param {number} [delayMs] of the host's store
 * @param {NodeJS.ProcessEnv} [extra] for the gateway
 * @returns everything running, and a way to end it
 */
export async function world(delayMs = 0, extra = {}) {
  const sandbox = await Sandbox.start();
  const host = await new FakeHost(delayMs).listen();
  const state = { sandbox, host, gateway: await Gateway.start(host, sandbox.info, extra) };
  return Object.assign(state, {
    restart: async () => {
      host.hangUp();
      state.gateway = await Gateway.start(host, sandbox.info, extra);
    },
    end: async () => {
      await state.gateway.kill('SIGKILL');
      host.close();
      await sandbox.stop();
    },
  });
}

/** @typedef {Awaited<ReturnType<typeof world>>} World */

/**
 * Links a session by QR code and waits until it is open.
 * @param {World} world
 * @param {string} session
 * @param {string} phone
 */
export async function link({ sandbox, host }, session, phone) {
  await sandbox.post('/phones', { number: phone, name: 'Awa' });
  const from = host.events.length;
  await host.request('session.start', { method: 'qr' }, session);
  const { body } = await host.event('qr', () => true, from);
  await sandbox.post(`/phones/${phone}/scan`, { qr: body.qr });
  await host.state('connected', from);
}
