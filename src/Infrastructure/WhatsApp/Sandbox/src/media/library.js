import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalizeMessageContent } from 'baileys';
import { mediaOf } from '../network/content.js';
import { decryptMedia, sha256 } from './cipher.js';

const NAME = /^[\w-]+$/;

/** The files of the media host: encrypted as uploaded, and decrypted once a simulated handset has received them. */
export class MediaLibrary {
  /** @param {string} directory @param {string} host name and port of the media host */
  constructor(directory, host) {
    this.directory = directory;
    this.host = host;
  }

  /** @param {Uint8Array} encrypted @returns {{ url: string, directPath: string }} */
  put(encrypted) {
    const name = randomBytes(18).toString('base64url');
    writeFileSync(join(this.directory, `${name}.enc`), encrypted, { mode: 0o600 });
    const directPath = `/v/${name}`;
    return { url: `https://${this.host}${directPath}`, directPath };
  }

  /** @param {string} directPath @returns {Buffer | undefined} */
  get(directPath) {
    const name = directPath.split('?')[0].replace(/^\/v\//, '');
    try {
      return NAME.test(name) ? readFileSync(join(this.directory, `${name}.enc`)) : undefined;
    } catch {
      return undefined;
    }
  }

  /** The phone still has the file: it gets a new address. @param {string} directPath @returns {string | undefined} */
  reupload(directPath) {
    const encrypted = this.get(directPath);
    return encrypted && this.put(encrypted).directPath;
  }

  /** A handset downloads what it was sent. @param {import('baileys').proto.IMessage} message @returns {{ intact: boolean, path?: string } | undefined} */
  receive(message) {
    const found = mediaOf(normalizeMessageContent(message) ?? {});
    if (!found) {
      return undefined;
    }
    /** @type {any} */
    const { directPath, mediaKey, fileSha256 } = found.content;
    try {
      const encrypted = this.get(directPath ?? '') ?? Buffer.alloc(0);
      const plain = decryptMedia(encrypted, mediaKey, found.kind);
      const path = join(this.directory, `${sha256(plain).toString('hex')}.plain`);
      writeFileSync(path, plain, { mode: 0o600 });
      return { intact: sha256(plain).equals(Buffer.from(fileSha256 ?? [])), path };
    } catch {
      return { intact: false };
    }
  }
}
