import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BufferJSON } from 'baileys';

const FLUSH_DELAY_MS = 20;

/**
 * Named JSON documents on disk. Many small documents rather than one snapshot: a ratchet step of one customer must not
 * rewrite the pre-keys of two hundred linked devices. Writes are coalesced, each one replaces its file atomically.
 */
export class Store {
  /** @type {Map<string, () => unknown>} */ #dirty = new Map();
  /** @type {Promise<void> | undefined} */ #running;
  /** @type {Promise<void> | undefined} */ #following;
  /** @type {NodeJS.Timeout | undefined} */ #timer;

  /**
   * @param {string} directory @param {boolean} temporary @param {Map<string, any>} documents
   * @param {(error: unknown) => void} onFailure
   */
  constructor(directory, temporary, documents, onFailure) {
    this.directory = directory;
    this.temporary = temporary;
    this.documents = documents;
    this.onFailure = onFailure;
  }

  /** @param {string | undefined} directory @param {(error: unknown) => void} onFailure */
  static async open(directory, onFailure) {
    const root = directory ?? (await mkdtemp(join(tmpdir(), 'wasaas-sandbox-')));
    await mkdir(join(root, 'state'), { recursive: true, mode: 0o700 });
    await mkdir(join(root, 'media'), { recursive: true, mode: 0o700 });
    return new Store(root, directory === undefined, await readAll(join(root, 'state')), onFailure);
  }

  /** @param {string} prefix @returns {[string, any][]} documents found at start */
  found(prefix) {
    return [...this.documents].filter(([name]) => name.startsWith(prefix));
  }

  /** The value is taken when the document is written, not now. @param {string} name @param {() => unknown} value */
  save(name, value) {
    this.#dirty.set(name, value);
    this.#timer ??= setTimeout(() => void this.commit().catch(() => {}), FLUSH_DELAY_MS);
  }

  /** @param {string} name */
  remove(name) {
    this.save(name, () => undefined);
  }

  /** Resolves when everything saved until now is on disk. @returns {Promise<void>} */
  commit() {
    if (!this.#dirty.size) {
      return this.#following ?? this.#running ?? Promise.resolve();
    }
    this.#following ??= (this.#running ?? Promise.resolve()).then(() => this.#start());
    return this.#following;
  }

  async close() {
    await this.commit();
    if (this.temporary) {
      await rm(this.directory, { recursive: true, force: true });
    }
  }

  #start() {
    this.#following = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = this.#pass().finally(() => (this.#running = undefined));
    // Without its state the sandbox would lie to its clients after the next start, so it ends here.
    this.#running.catch(this.onFailure);
    return this.#running;
  }

  async #pass() {
    const batch = [...this.#dirty];
    this.#dirty.clear();
    for (const [name, value] of batch) {
      await this.#write(join(this.directory, 'state', `${name}.json`), value());
    }
  }

  /** @param {string} path @param {unknown} value */
  async #write(path, value) {
    if (value === undefined) {
      await unlink(path).catch(ignoreMissing);
      return;
    }
    const file = await open(`${path}.new`, 'w', 0o600);
    await file.writeFile(JSON.stringify(value, BufferJSON.replacer)).finally(() => file.close());
    await rename(`${path}.new`, path);
  }
}

/** @param {string} directory */
async function readAll(directory) {
  /** @type {Map<string, any>} */
  const documents = new Map();
  for (const file of await readdir(directory)) {
    if (file.endsWith('.json')) {
      documents.set(file.slice(0, -5), JSON.parse(await readFile(join(directory, file), 'utf8'), BufferJSON.reviver));
    }
  }
  return documents;
}

/** @param {NodeJS.ErrnoException} error */
function ignoreMissing(error) {
  if (error.code !== 'ENOENT') {
    throw error;
  }
}
