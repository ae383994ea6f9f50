import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { ProtocolError } from './protocol.js';

/** @typedef {import('./protocol.js').Media} Media */

const MAX_BYTES = 64 * 1024 * 1024;
const GONE = new Set([404, 410]);

/**
 * Writes a customer's file, decrypted, to `path`. The library checks neither length nor hash, so a damaged or
 * swapped file would pass: both are compared with what the message declares. WhatsApp keeps files for some weeks;
 * after that the vendor's phone, which still has it, is asked to upload it again.
 *
 * @param {(media: Media) => Promise<import('node:stream').Readable>} open
 * @param {Media} media
 * @param {string} path
 * @param {() => Promise<string | null | undefined>} [renew] the new path of a file that has expired
 * @returns {Promise<number>} its length
 */
export async function saveMedia(open, media, path, renew) {
  if (media.bytes > MAX_BYTES) {
    throw new ProtocolError('media_too_large');
  }

  // Anything but an absolute path could turn the address into one on another host.
  if (!media.directPath?.startsWith('/') || !media.key || !media.sha256) {
    throw new ProtocolError('media_gone', 'the message does not say where its file is');
  }

  try {
    return await writeOnce(open, media, path);
  } catch (error) {
    if (!renew || !(error instanceof ProtocolError) || error.code !== 'media_gone') {
      throw error;
    }

    return writeOnce(open, { ...media, directPath: await renewed(renew) }, path);
  }
}

/** @param {() => Promise<string | null | undefined>} renew */
async function renewed(renew) {
  const directPath = await renew().catch((error) => {
    throw error instanceof ProtocolError ? error : new ProtocolError('media_gone', 'the phone has no such file any more');
  });
  return directPath?.startsWith('/') ? directPath : Promise.reject(new ProtocolError('media_gone', 'the phone named no path'));
}

/** @type {typeof write} */
async function writeOnce(open, media, path) {
  try {
    return await write(open, media, path);
  } catch (error) {
    await rm(path, { force: true });
    throw translate(error);
  }
}

/**
 * @param {(media: Media) => Promise<import('node:stream').Readable>} open
 * @param {Media} media
 * @param {string} path
 */
async function write(open, media, path) {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(
    await open(media),
    async function* (/** @type {AsyncIterable<Buffer>} */ source) {
      for await (const chunk of source) {
        bytes += chunk.length;
        hash.update(chunk);
        if (bytes > media.bytes) {
          throw new ProtocolError('media_corrupt', 'longer than declared');
        }

        yield chunk;
      }
    },
    createWriteStream(path, { mode: 0o600 }),
  );

  if (bytes !== media.bytes || hash.digest('base64') !== media.sha256) {
    throw new ProtocolError('media_corrupt');
  }

  return bytes;
}

/** @param {unknown} error */
function translate(error) {
  if (error instanceof ProtocolError) {
    return error;
  }

  const { output, code } = /** @type {{ output?: { statusCode?: number }, code?: string }} */ (error);
  if (GONE.has(output?.statusCode ?? 0)) {
    return new ProtocolError('media_gone');
  }

  return code?.startsWith('ERR_OSSL') ? new ProtocolError('media_corrupt') : new ProtocolError('media_unreachable', undefined, true);
}
