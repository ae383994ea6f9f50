import { setTimeout as pause } from 'node:timers/promises';

/**
 * What the host's database does for one session, in memory, with the delay of a real one.
 */
export class Store {
  /** @type {string | null} */
  creds = null;
  /** @type {Map<string, string>} */
  keys = new Map();
  /** @type {Map<string, { plaintext: string, message: any }>} */
  journal = new Map();
  /** @type {Map<string, string>} */
  sent = new Map();
  /** @type {any[]} bodies of all commits in the order of arrival */
  commits = [];
  /** @type {string[]} types of all requests */
  asked = [];
  /** @type {Error | null} what the next commits end with */
  refuses = null;
  /** @type {((body: any) => Promise<void>) | null} runs before a commit is applied */
  beforeCommit = null;

  /** @type {((body: any) => Promise<void>) | null} runs when a commit is applied and not yet confirmed */
  afterCommit = null;

  /** @param {number} [delayMs] */
  constructor(delayMs = 0) {
    this.delayMs = delayMs;
  }

  /** Messages for people, each once, in the order of their commit. */
  get messages() {
    return [...this.journal.values()].map(({ message }) => message).filter((message) => message !== null);
  }

  /**
   * @param {string} type
   * @param {any} body
   * @returns {Promise<any>}
   */
  async handle(type, body) {
    this.asked.push(type);
    if (this.delayMs > 0) {
      await pause(this.delayMs);
    }

    switch (type) {
      case 'keys.creds': return { creds: this.creds };
      case 'keys.get': return { values: this.#values(body) };
      case 'keys.commit': return this.#commit(body);
      case 'keys.reset': return this.#reset();
      case 'journal.get': return { plaintext: this.journal.get(body.hash)?.plaintext ?? null };
      case 'message.get': return { content: this.sent.get(body.messageId) ?? null };
      default: throw new Error(`unexpected request ${type}`);
    }
  }

  /** @param {{ type: string, ids: string[] }} request */
  #values({ type, ids }) {
    const found = ids.map((id) => [id, this.keys.get(`${type}/${id}`)]).filter(([, value]) => value !== undefined);
    return Object.fromEntries(found);
  }

  /** @param {any} body */
  async #commit(body) {
    await this.beforeCommit?.(body);
    if (this.refuses) {
      throw this.refuses;
    }

    this.commits.push(body);
    this.creds = body.creds ?? this.creds;
    for (const { type, id, value } of body.set ?? []) {
      value === null ? this.keys.delete(`${type}/${id}`) : this.keys.set(`${type}/${id}`, value);
    }

    for (const row of body.journal ?? []) {
      this.journal.has(row.hash) || this.journal.set(row.hash, row);
    }

    (body.sent ?? []).forEach((/** @type {any} */ row) => this.sent.set(row.messageId, row.content));
    await this.afterCommit?.(body);
    return {};
  }

  #reset() {
    this.creds = null;
    this.keys.clear();
    this.journal.clear();
    return {};
  }
}
