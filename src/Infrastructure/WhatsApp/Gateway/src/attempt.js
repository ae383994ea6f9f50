import { openConnection } from './baileys.js';
import { cachesFor } from './caches.js';
import { log } from './log.js';
import { Pulse } from './pulse.js';
import { describeStatus } from './status.js';
import { Watchdog } from './watchdog.js';

const QR_FIRST_MS = 60_000;
const QR_NEXT_MS = 20_000;
// The server hands out one code of 60 s and five of 20 s, then closes; a pairing code lives as long.
const PAIRING_CODE_MS = 160_000;
const TIMED_OUT = 408;
const PROBE_PATIENCE_MS = 15_000;

/**
 * @typedef {object} Parts
 * @property {import('./protocol.js').Scope} scope
 * @property {import('./vault.js').Vault} vault
 * @property {import('./host.js').Host} host
 * @property {import('./settings.js').Settings} settings
 * @property {string} [phone] digits; given when pairing by code
 * @property {[number, number, number] | null} version of WhatsApp Web
 * @property {() => void} leaveQueue gives the place among the connecting sessions free
 * @property {{ paired: () => void, opened: () => void, proven: (acknowledged: boolean) => void,
 *   deaf: (sign: import('./pulse.js').Sign) => void, closed: (code: number | null) => void }} on `closed` or `deaf` comes once
 */

/** One connection to WhatsApp's server, from opening to loss, and what it tells the host. */
export class Attempt {
  #parts;
  #connection;
  #watchdog;
  /** @type {Pulse | null} while open */
  #pulse = null;
  #over = false;
  /** @type {Set<string>} chats whose typing we have subscribed to */
  #watched = new Set();
  codesShown = 0;
  openedAt = 0;

  /** @param {Parts} parts */
  constructor(parts) {
    const { scope, vault, host, settings, version } = parts;
    this.#parts = parts;
    this.#connection = openConnection({
      creds: vault.creds,
      keys: vault.keys,
      repository: vault.repository,
      caches: cachesFor(scope.session),
      settings,
      version,
      findSent: async (messageId) => (await host.request('message.get', { messageId })).content ?? null,
      on: this.#handlers(vault, host),
    });
    this.#watchdog = new Watchdog(() => this.#close(TIMED_OUT));
  }

  get connection() {
    return this.#connection;
  }

  get lastFrameMs() {
    return this.#watchdog.lastFrameMs;
  }

  get lastEvidenceMs() {
    return this.#pulse?.lastEvidenceMs ?? null;
  }

  /**
   * @param {string} chat
   * @param {import('./baileys.js').Outgoing} content
   * @param {string} messageId
   * @param {any} [quoted]
   */
  async send(chat, content, messageId, quoted) {
    const pulse = this.#pulse;
    // Before it leaves: the acknowledgement may be quicker than the promise.
    pulse?.sent(messageId);
    try {
      await this.#connection.send(chat, content, messageId, quoted);
    } catch (error) {
      pulse?.unsent(messageId);
      throw error;
    }
  }

  /** @param {number} patienceMs @returns {Promise<void>} settles when WhatsApp has acknowledged what was sent, or patience ends */
  async settled(patienceMs) {
    await this.#pulse?.settled(patienceMs);
  }

  /** Gives the connection up; whatever it still says means nothing. */
  end() {
    this.#over = true;
    this.#watchdog.stop();
    this.#pulse?.stop();
    this.#parts.leaveQueue();
    this.#connection.end();
  }

  /**
   * @param {string} chat
   * @param {'composing' | 'recording' | 'paused'} state
   */
  async showTyping(chat, state) {
    if (!this.#watched.has(chat)) {
      this.#watched.add(chat);
      await this.#connection.watchTyping(chat);
    }

    await this.#connection.typing(chat, state);
  }

  /**
   * @param {import('./vault.js').Vault} vault
   * @param {import('./host.js').Host} host
   * @returns {import('./baileys.js').Handlers}
   */
  #handlers(vault, host) {
    /** @template {any[]} A @param {(...args: A) => void} handle @returns {(...args: A) => void} */
    const unlessOver = (handle) => (...args) => void (this.#over || handle(...args));
    return {
      ciphertext: vault.note,
      withheld: (attrs) => void vault.noteWithheld(attrs).catch(() => {}),
      creds: () => void vault.saveCreds().catch(() => {}),
      frame: () => this.#watchdog.frame(),
      evidence: unlessOver((acknowledged) => this.#pulse?.evidence(acknowledged)),
      qr: unlessOver((qr) => this.#showCode(qr)),
      paired: unlessOver(() => this.#paired()),
      open: unlessOver(() => this.#opened()),
      closed: unlessOver((code) => this.#close(code)),
      status: unlessOver((status) => this.#reportStatus(status)),
      undecryptable: unlessOver((placeholder) => host.event('message.undecryptable', placeholder)),
      presence: unlessOver((presence) => host.event('presence', presence)),
      limits: unlessOver((limits) => host.event('limits', limits)),
    };
  }

  /** @param {string} qr */
  #showCode(qr) {
    const { host, phone } = this.#parts;
    this.#answered();
    const first = this.codesShown++ === 0;
    if (phone === undefined) {
      host.event('qr', { qr, expiresAtMs: Date.now() + (first ? QR_FIRST_MS : QR_NEXT_MS) });
    } else if (first) {
      void this.#showPairingCode(phone);
    }
  }

  /** @param {string} phone */
  async #showPairingCode(phone) {
    const { host, scope } = this.#parts;
    try {
      const code = await this.#connection.pairingCode(phone);
      host.event('pairing.code', { code, expiresAtMs: Date.now() + PAIRING_CODE_MS });
    } catch (error) {
      log('session.pairing_code_failed', { ...scope }, error);
      this.#close(null);
    }
  }

  #paired() {
    this.#parts.on.paired();
    this.#introduce();
  }

  #opened() {
    this.#answered();
    this.openedAt = Date.now();
    this.#pulse = this.#newPulse();
    this.#parts.on.opened();
    this.#introduce();
  }

  #newPulse() {
    const { scope, settings, on } = this.#parts;
    return new Pulse({
      scope,
      evidenceMs: settings.evidenceMs,
      probe: () => this.#connection.probe(Math.min(PROBE_PATIENCE_MS, settings.evidenceMs)),
      onProven: on.proven,
      onDeaf: (sign) => {
        this.end();
        on.deaf(sign);
      },
    });
  }

  #introduce() {
    const { me } = this.#parts.vault.creds;
    this.#parts.host.event('me', { jid: me?.id ?? null, lid: me?.lid ?? null, name: me?.name ?? null });
  }

  /** @param {import('./status.js').Status} status */
  #reportStatus(status) {
    const described = describeStatus(status);
    if (described && !this.#parts.vault.addresses.includes(status.chat)) {
      this.#parts.host.event('message.status', described);
    }
  }

  #answered() {
    this.#watchdog.answered();
    this.#parts.leaveQueue();
  }

  /** @param {number | null} code */
  #close(code) {
    if (!this.#over) {
      this.end();
      this.#parts.on.closed(code);
    }
  }
}
