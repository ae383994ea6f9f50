import { Attempt } from './attempt.js';
import { newCreds, spokenVersion } from './baileys.js';
import { Farewell } from './farewell.js';
import { log } from './log.js';
import { ProtocolError } from './protocol.js';
import { LASTING_LOSSES, backoffMs, react } from './reactions.js';
import { Repairs } from './repairs.js';
import { Vault } from './vault.js';

/** @typedef {{ method: 'qr' | 'code' | 'resume', phone?: string, version?: [number, number, number] | null }} Start */

const STABLE_MS = 30_000;
const SETTLE_MS = 2_000;

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
  #restarts = 0;
  #ended = false;
  #farewell = new Farewell();
  /** @type {string | undefined} digits of the phone when pairing by code */
  #phone;
  /** @type {[number, number, number] | null} */
  #version = null;
  #repairs = new Repairs();
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

  get lastEvidenceMs() {
    return this.#current?.lastEvidenceMs ?? null;
  }

  /** @returns {Attempt} */
  get connected() {
    if (this.state !== 'connected' || !this.#current || this.#ended) {
      throw new ProtocolError('not_connected', 'the session has no open connection', true);
    }

    return this.#current;
  }

  /** @param {Start} how */
  async start({ method, phone, version }) {
    this.#phone = method === 'code' ? phone : undefined;
    this.#version = version ?? this.#shared.settings.webVersion;
    if (method === 'resume') {
      await this.#resume();
      return;
    }

    await this.#host.request('keys.reset', {});
    this.#connectWith(newCreds());
  }

  /**
   * Closes the socket and keeps the credentials. What was sent is acknowledged first: a message that is cut off here would
   * be sent again later, behind those that follow it.
   */
  async stop() {
    this.#ended = true;
    await this.#current?.settled(SETTLE_MS);
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
    this.#farewell.ring();
  }

  /** The host could not even be asked; it has to start the session again. */
  fail() {
    if (!this.#ended) {
      this.#finish('failed', null, 'store_failed');
    }
  }

  /** @returns {Promise<boolean>} whether WhatsApp has confirmed that the device is gone */
  async logout() {
    const mayOpen = !this.#ended && (this.#vault?.paired ?? true);
    const unlinked = await this.#farewell.say(this, mayOpen, () => this.#current?.connection.unlink());
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
      version: this.#version,
      leaveQueue,
      on: {
        paired: () => this.#say('linked', null, null),
        opened: () => this.#opened(),
        proven: (acknowledged) => this.#repairs.mended(acknowledged) && this.#opened(),
        deaf: (sign) => this.#mend(sign),
        closed: (code) => this.#closed(code),
      },
    });
  }

  #opened() {
    this.#say('connected', null, this.#repairs.exhausted ? 'deaf' : null);
    this.#farewell.ring();
  }

  /**
   * Open, and nothing comes through it.
   * @param {import('./pulse.js').Sign} sign
   */
  #mend(sign) {
    this.#current = null;
    const stage = this.#repairs.next(sign);
    if (stage === 'reconnect') {
      this.#say('reconnecting', null, 'deaf');
      void this.#connect();
      return;
    }

    this.#vault?.close();
    this.#vault = null;
    if (stage === 'resume') {
      this.#say('reconnecting', null, 'deaf');
      void this.#resume();
    } else {
      this.#later(null, 'deaf', () => this.#resume());
    }
  }

  /** @param {number | null} code */
  #closed(code) {
    const { openedAt = 0, codesShown = 0 } = this.#current ?? {};
    this.#current = null;
    if (this.#farewell.heard(code)) {
      return;
    }

    // A server that lets us in and throws us out again must not be asked every second.
    if (openedAt > 0 && Date.now() - openedAt > STABLE_MS) {
      this.#losses = this.#restarts = 0;
    }

    const reaction = react(code, { paired: this.#vault?.paired ?? false, codeShown: codesShown > 0, losses: this.#losses, restarts: this.#restarts });
    if (reaction.action === 'restart') {
      this.#restarts++;
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
      this.#timer = setTimeout(() => void again(), backoffMs(this.#losses, code));
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

  /**
   * @param {string} state
   * @param {number | null} code
   * @param {string | null} reason
   */
  #say(state, code, reason) {
    this.state = state;
    const lasting = this.#losses >= LASTING_LOSSES || this.#repairs.exhausted;
    const version = state === 'connected' ? { version: spokenVersion(this.#version) } : {};
    this.#host.event('state', { state, code, reason, lasting, ...version });
  }
}
