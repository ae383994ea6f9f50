const PAGE = 200;
const PAGES_KEPT = 10;
const TYPING_MS = 25_000;
const ORDER = ['sent', 'server', 'delivered', 'read', 'played'];

/**
 * @typedef {'sent' | 'server' | 'delivered' | 'read' | 'played'} Status
 * @typedef {{ mimetype: string, bytes: number, sha256: string, seconds?: number, fileName?: string, intact?: boolean, path?: string }} Media
 * @typedef {{ n: number, id: string, direction: 'in' | 'out', peer: string, kind: string, text?: string, media?: Media,
 *   latitude?: number, longitude?: number, quotedId?: string, edited?: boolean, deleted?: boolean, at: string,
 *   status: Status, form: import('../wire/jid.js').Form, content: string }} LoggedMessage
 *   content: the encoded message, for retries and quotes
 */

/** What a handset's screen shows, newest last. */
export class ChatLog {
  /** @type {Set<() => void>} */ #waiting = new Set();
  /** @type {Map<string, number>} peer → until when it is typing */ #typing = new Map();

  /**
   * @param {LoggedMessage[]} messages @param {(page: number, messages: LoggedMessage[]) => void} savePage no messages: drop it
   * @param {(message: LoggedMessage) => void} publish
   */
  constructor(messages, savePage, publish) {
    this.messages = messages;
    this.savePage = savePage;
    this.publish = publish;
    this.next = (messages.at(-1)?.n ?? 0) + 1;
  }

  /** The same id twice is one message. @param {Omit<LoggedMessage, 'n' | 'at'>} message @returns {LoggedMessage | undefined} */
  add(message) {
    if (this.find(message.id)) {
      return undefined;
    }
    const logged = { n: this.next++, at: new Date().toISOString(), ...message };
    this.messages.push(logged);
    this.#dropOldPage(pageOf(logged) - PAGES_KEPT);
    if (message.direction === 'in') {
      this.#typing.delete(message.peer);
    }
    this.changed(logged);
    return logged;
  }

  /** @param {string} id */
  find(id) {
    return this.messages.findLast(message => message.id === id);
  }

  /** @param {string | undefined} peer @param {number} after */
  list(peer, after) {
    return this.messages.filter(message => message.n > after && (!peer || message.peer === peer));
  }

  /** A status only ever moves forward. @param {string} id @param {Status} status */
  advance(id, status) {
    const message = this.find(id);
    if (!message || ORDER.indexOf(status) <= ORDER.indexOf(message.status)) {
      return false;
    }
    message.status = status;
    this.changed(message);
    return true;
  }

  /** @param {LoggedMessage} message */
  changed(message) {
    this.savePage(pageOf(message), this.#page(pageOf(message)));
    this.publish(message);
    this.#wake();
  }

  /** Kept in pages, so that a long chat is not written again for every message. @param {number} page */
  #page(page) {
    return this.messages.filter(message => pageOf(message) === page);
  }

  /** @param {number} page */
  #dropOldPage(page) {
    const old = this.#page(page).length;
    if (old) {
      this.messages.splice(0, old);
      this.savePage(page, []);
    }
  }

  /** @param {string} peer @param {boolean} typing */
  setTyping(peer, typing) {
    this.#typing.set(peer, typing ? Date.now() + TYPING_MS : 0);
    this.#wake();
  }

  /** @param {string} peer */
  isTyping(peer) {
    return (this.#typing.get(peer) ?? 0) > Date.now();
  }

  /** Resolves at the next change, or after the time. @param {number} milliseconds */
  nextChange(milliseconds) {
    return new Promise(resolve => {
      const wake = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve(undefined);
      };
      const timer = setTimeout(wake, milliseconds);
      this.#waiting.add(wake);
    });
  }

  #wake() {
    for (const wake of [...this.#waiting]) {
      wake();
    }
  }
}

/** @param {LoggedMessage} message */
function pageOf({ n }) {
  return Math.floor(n / PAGE);
}
