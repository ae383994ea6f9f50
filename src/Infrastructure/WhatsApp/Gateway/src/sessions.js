import { Host } from './host.js';
import { Limiter } from './locks.js';
import { log } from './log.js';
import { saveMedia } from './media.js';
import { orderDetails } from './orders.js';
import { compose, quotedMessage } from './outgoing.js';
import { ProtocolError } from './protocol.js';
import { Session } from './session.js';
import { webVersion } from './settings.js';

/** @typedef {import('./protocol.js').Body} Body */
/** @typedef {import('./protocol.js').HostRequest} HostRequest */
/** @typedef {import('./protocol.js').Scope} Scope */

const METHODS = ['qr', 'code', 'resume'];
const PHONE_PATIENCE_MS = 20_000;

/** All sessions of this process, and what the host may ask of them. */
export class Sessions {
  /** @type {Map<string, Session>} */
  #sessions = new Map();
  #shared;
  /** @type {import('./link.js').Link | null} */
  #link = null;

  /** @param {import('./settings.js').Settings} settings */
  constructor(settings) {
    this.#shared = { settings, limiter: new Limiter(settings.connectingAtOnce, settings.connectGapMs) };
  }

  /** @param {import('./link.js').Link} link */
  attach(link) {
    this.#link = link;
  }

  /**
   * @param {HostRequest} request
   * @returns {Promise<Body>}
   */
  async handle({ type, session, epoch, body }) {
    if (type === 'health') {
      return this.#health();
    }

    if (!session || typeof epoch !== 'number') {
      throw new ProtocolError('bad_request', 'session and epoch are missing');
    }

    const scope = { session, epoch };
    switch (type) {
      case 'session.start': return this.#start(scope, body);
      case 'session.stop': return this.#stop(scope);
      case 'session.logout': return this.#logout(scope);
      case 'message.send': return send(this.#find(scope), body);
      case 'message.read': return read(this.#find(scope), body);
      case 'presence': return presence(this.#find(scope), body);
      case 'media.download': return download(this.#find(scope), body);
      case 'order.details': return order(this.#find(scope), body);
      default: throw new ProtocolError('unknown_type');
    }
  }

  /** Ends all sockets; what is on its way to the host still gets there. */
  async stop() {
    await Promise.all([...this.#sessions.values()].map((session) => session.stop()));
    this.#sessions.clear();
  }

  /** Ends all sockets without another word: the host is gone. */
  end() {
    this.#sessions.forEach((session) => session.end());
    this.#sessions.clear();
  }

  #health() {
    const sessions = [...this.#sessions.values()].map(({ scope, state, lastFrameMs, lastEvidenceMs }) => ({ ...scope, state, lastFrameMs, lastEvidenceMs }));
    return { sessions, rssBytes: process.memoryUsage.rss() };
  }

  /**
   * @param {Scope} scope
   * @param {Body} body
   */
  async #start(scope, { method, phone, version }) {
    if (!METHODS.includes(method) || (method === 'code' && !/^\d{6,15}$/.test(phone ?? ''))) {
      throw new ProtocolError('bad_request', 'method or phone');
    }

    this.#open(scope, { method, phone, version: webVersion(version) });
    return {};
  }

  /**
   * @param {Scope} scope
   * @param {import('./session.js').Start} how
   */
  #open(scope, how) {
    const old = this.#sessions.get(scope.session);
    if (old && old.scope.epoch > scope.epoch) {
      throw new ProtocolError('stale_owner');
    }

    old?.end();
    const host = new Host(/** @type {import('./link.js').Link} */ (this.#link), scope, () => this.#forget(session));
    const session = new Session(scope, host, this.#shared);
    this.#sessions.set(scope.session, session);
    session.start(how).catch((error) => {
      log('session.start_failed', scope, error);
      session.fail();
    });
    return session;
  }

  /** @param {Scope} scope */
  async #stop(scope) {
    const session = this.#sessions.get(scope.session);
    if (session) {
      await this.#find(scope).stop();
      this.#remove(session);
    }

    return {};
  }

  /** @param {Scope} scope */
  async #logout(scope) {
    const session = this.#sessions.has(scope.session) ? this.#find(scope) : this.#open(scope, { method: 'resume' });
    const unlinked = await session.logout();
    this.#remove(session);
    return { unlinked };
  }

  /** @param {Scope} scope */
  #find({ session: id, epoch }) {
    const session = this.#sessions.get(id);
    if (!session || session.scope.epoch < epoch) {
      throw new ProtocolError('unknown_session');
    }

    if (session.scope.epoch > epoch) {
      throw new ProtocolError('stale_owner');
    }

    return session;
  }

  /** @param {Session} session */
  #forget(session) {
    session.end();
    this.#remove(session);
  }

  /** @param {Session} session */
  #remove(session) {
    if (this.#sessions.get(session.scope.session) === session) {
      this.#sessions.delete(session.scope.session);
    }
  }
}

/**
 * @param {Session} session
 * @param {Body} body
 */
async function send(session, body) {
  const attempt = session.connected;
  const content = await compose(body);
  await attempt.send(body.chat, content, body.messageId, quotedMessage(body));
  return {};
}

/**
 * @param {Session} session
 * @param {Body} body
 */
async function read(session, { chat, ids }) {
  await session.connected.connection.read(chat, ids);
  return {};
}

/**
 * @param {Session} session
 * @param {Body} body
 */
async function presence(session, { chat, state }) {
  await session.connected.showTyping(chat, state);
  return {};
}

/**
 * @param {Session} session
 * @param {Body} body
 */
async function download(session, { media, path, message, phoneMs = PHONE_PATIENCE_MS }) {
  const { connection } = session.connected;
  const renew = message && (() => connection.reupload(media, message, phoneMs));
  return { bytes: await saveMedia(connection.download, media, path, renew) };
}

/**
 * @param {Session} session
 * @param {Body} body
 */
async function order(session, body) {
  return orderDetails(session.connected.connection, body);
}
