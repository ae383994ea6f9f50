import { Attempt } from './attempt.js';
import { newCreds } from './baileys.js';
import { Bell } from './locks.js';
import { log } from './log.js';
import { ProtocolError } from './protocol.js';
import { backoffMs, react } from './reactions.js';
import { Vault } from './vault.js';

/** @typedef {'qr' | 'code' | 'resume'} Method */

const STABLE_MS = 30_000;
const LOGOUT_PATIENCE_MS = 20_000;
const LOGGED_OUT = 401;

/** One vendor's linked device: connects, comes back after a loss, and stops when coming back would do harm. */
export class Session {
  #host;
  #shared;
  /** @type {Vault | null} */
  #vault = null;
  /** @type {Attempt | null} */
  #current = null;
  /** @type {NodeJS.Timeout | undefined} */
  #timer;
  #losses = 0;
  #ended = false;
  /** While unlinking, the server's 401 is the answer that we asked for. */
  #leaving = false;
  /** @type {number | null} */
  #farewell = null;
  /** Told when the session is open or has ended. */
  #outcome = new Bell();
  /** @type {string | undefined} digits of the phone when pairing by code */
  #phone;
  state = 'connecting';

  /**
   * @param {import('./protocol.js').Scope} scope
   * @param {import('./host.js').Host} host
   * @param {{ settings: import('./settings.js').Settings, limiter: import('./locks.js').Limiter }} shared
   */
  constructor(scope, host, shared) {
    this.scope = scope;
    this.#host = host;
    this.#shared = shared;
  }

  get lastFrameMs() {
    return this.#current?.lastFrameMs ?? null;
  }

  /** @returns {Attempt} */
  get connected() {
    if (this.state !== 'connected' || !this.#current) {
      throw new ProtocolError('not_connected', 'the session has no open connection', true);
    }

    return this.#current;
  }

  /**
   * @param {Method} method
   * @param {string} [phone]
   */
  async start(method, phone) {
    this.#phone = method === 'code' ? phone : undefined;
    if (method === 'resume') {
      await this.#resume();
      return;
    }

    await this.#host.request('keys.reset', {});
    this.#connectWith(newCreds());
  }

  /** Closes the socket and keeps the credentials. */
  async stop() {
    this.#ended = true;
    this.#disconnect();
    await this.#vault?.flush();
    this.end();
  }

  /** Stops at once, without another word to the host. */
  end() {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#disconnect();
    this.#vault?.close();
    this.#outcome.ring();
  }

  /** The host could not even be asked; it has to start the session again. */
  fail() {
    if (!this.#ended) {
      this.#finish('failed', null, 'store_failed');
    }
  }

  /** @returns {Promise<boolean>} whether WhatsApp has confirmed that the device is gone */
  async logout() {
    const unlinked = await this.#unlink();
    this.end();
    await this.#reset();
    this.#say('logged_out', null, unlinked ? 'unlinked_here' : 'credentials_dropped');
    return unlinked;
  }

  async #resume() {
    try {
      const creds = await Vault.storedCreds(this.#host);
      creds ? this.#connectWith(creds) : this.#finish('logged_out', null, 'no_credentials');
    } catch (error) {
      log('session.resume_failed', this.scope, error);
      this.#later(null, 'store_failed', () => this.#resume());
    }
  }

  /** @param {import('./baileys.js').Creds} creds */
  #connectWith(creds) {
    if (this.#ended) {
      return;
    }

    this.#vault = new Vault(creds, this.#host, {
      failure: (error) => this.#storeFailed(error),
      mapping: (mapping) => this.#host.event('lid.mapping', mapping),
    });
    void this.#connect();
  }

  async #connect() {
    const leaveQueue = await this.#shared.limiter.acquire();
    const vault = this.#vault;
    if (this.#ended || !vault) {
      leaveQueue();
      return;
    }

    this.#say(this.#losses === 0 ? 'connecting' : 'reconnecting', null, null);
    if (!vault.paired) {
      vault.renewCreds();
    }

    try {
      this.#current = this.#attempt(vault, leaveQueue);
    } catch (error) {
      log('session.open_failed', this.scope, error);
      leaveQueue();
      this.#later(null, 'open_failed', () => this.#connect());
    }
  }

  /**
   * @param {Vault} vault
   * @param {() => void} leaveQueue
   */
  #attempt(vault, leaveQueue) {
    return new Attempt({
      scope: this.scope,
      vault,
      host: this.#host,
      settings: this.#shared.settings,
      phone: this.#phone,
      leaveQueue,
      on: {
        paired: () => this.#say('linked', null, null),
        opened: () => this.#opened(),
        closed: (code) => this.#closed(code),
      },
    });
  }

  #opened() {
    this.#say('connected', null, null);
    this.#outcome.ring();
  }

  /** @param {number | null} code */
  #closed(code) {
    const { openedAt = 0, codesShown = 0 } = this.#current ?? {};
    this.#current = null;
    if (this.#leaving) {
      this.#farewell = code;
      return;
    }

    // A server that lets us in and throws us out again must not be asked every second.
    if (openedAt > 0 && Date.now() - openedAt > STABLE_MS) {
      this.#losses = 0;
    }

    const reaction = react(code, { paired: this.#vault?.paired ?? false, codeShown: codesShown > 0, losses: this.#losses });
    if (reaction.action === 'restart') {
      void this.#connect();
    } else if (reaction.action === 'retry') {
      this.#later(code, reaction.reason, () => this.#connect());
    } else {
      this.#finish(reaction.state, code, reaction.reason, reaction.forget);
    }
  }

  /**
   * @param {number | null} code
   * @param {string} reason
   * @param {() => Promise<void>} again
   */
  #later(code, reason, again) {
    if (!this.#ended) {
      this.#losses++;
      this.#say('reconnecting', code, reason);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void again(), backoffMs(this.#losses));
    }
  }

  /**
   * @param {string} state
   * @param {number | null} code
   * @param {string} reason
   * @param {boolean} [forget]
   */
  #finish(state, code, reason, forget = false) {
    this.end();
    this.#say(state, code, reason);
    if (forget) {
      this.#reset().catch((error) => log('session.reset_failed', this.scope, error));
    }
  }

  /** A commit still on its way would otherwise be stored after the deletion. */
  async #reset() {
    await this.#vault?.flush();
    await this.#host.request('keys.reset', {});
  }

  /**
   * Nothing may leave or be confirmed while it is unsaved, so the socket goes first; what is stored is then read anew.
   * @param {Error} error
   */
  #storeFailed(error) {
    log('session.store_failed', this.scope, error);
    this.#disconnect();
    this.#vault?.close();
    this.#vault = null;
    this.#later(null, 'store_failed', () => this.#resume());
  }

  #disconnect() {
    this.#current?.end();
    this.#current = null;
  }

  async #unlink() {
    const mayOpen = !this.#ended && (this.#vault?.paired ?? true);
    if (mayOpen && this.state !== 'connected') {
      await this.#outcome.heard(LOGOUT_PATIENCE_MS);
    }

    if (this.state !== 'connected') {
      return false;
    }

    this.#leaving = true;
    try {
      return (await this.#current?.connection.unlink()) ?? false;
    } catch (error) {
      log('session.unlink_failed', this.scope, error);
      return this.#farewell === LOGGED_OUT;
    }
  }

  /**
   * @param {string} state
   * @param {number | null} code
   * @param {string | null} reason
   */
  #say(state, code, reason) {
    this.state = state;
    this.#host.event('state', { state, code, reason });
  }
}
