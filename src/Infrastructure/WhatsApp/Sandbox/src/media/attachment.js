import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Refusal } from '../refusal.js';
import { encryptMedia } from './cipher.js';

const MAX_BYTES = 64 << 20;
const OPUS_RATE = 48_000;

const MIMETYPES = /** @type {Record<string, string>} */ ({
  '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.png': 'image/png', '.webp': 'image/webp',
  '.ogg': 'audio/ogg; codecs=opus', '.opus': 'audio/ogg; codecs=opus', '.mp3': 'audio/mpeg', '.m4a': 'audio/mp4',
  '.mp4': 'video/mp4', '.pdf': 'application/pdf', '.txt': 'text/plain',
});

/**
 * A file as a customer's phone sends it: encrypted, uploaded, described.
 * @param {import('./library.js').MediaLibrary} library @param {'image' | 'audio' | 'video' | 'document' | 'sticker'} kind @param {string} path
 * @param {{ caption?: string, contextInfo?: import('baileys').proto.IContextInfo }} extras
 * @returns {Promise<import('baileys').proto.IMessage>}
 */
export async function attach(library, kind, path, { caption, contextInfo }) {
  const bytes = await readBounded(path);
  const { encrypted, ...keys } = encryptMedia(bytes, kind);
  const mimetype = MIMETYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  const common = { ...keys, ...library.put(encrypted), mimetype, contextInfo, mediaKeyTimestamp: Math.floor(Date.now() / 1000) };
  switch (kind) {
    case 'image':
      return { imageMessage: { ...common, caption } };
    case 'video':
      return { videoMessage: { ...common, caption } };
    case 'audio':
      return { audioMessage: { ...common, ptt: mimetype.startsWith('audio/ogg'), seconds: opusSeconds(bytes) } };
    case 'sticker':
      return { stickerMessage: common };
    case 'document':
      return { documentMessage: { ...common, caption, fileName: basename(path), title: basename(path) } };
  }
}

/** @param {string} path */
async function readBounded(path) {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile() || found.size > MAX_BYTES) {
    throw new Refusal(400, 'no_file', 'path must be a readable file of at most 64 MB.');
  }
  return readFile(path);
}

/** The last page of an Ogg file tells how many samples there are. @param {Buffer} bytes */
function opusSeconds(bytes) {
  const page = bytes.lastIndexOf('OggS');
  if (page < 0 || page + 14 > bytes.length) {
    return undefined;
  }
  return Math.max(1, Math.round(Number(bytes.readBigInt64LE(page + 6)) / OPUS_RATE));
}
