import { readFile, stat } from 'node:fs/promises';
import { ProtocolError } from './protocol.js';

/** @typedef {import('./protocol.js').Body} Body */
/** @typedef {import('./baileys.js').Outgoing} Outgoing */

const MAX_FILE_BYTES = 16 * 1024 * 1024;

/** @type {Record<string, (body: Body) => Promise<Outgoing>>} */
const BY_KIND = {
  // Without the null Baileys would fetch addresses that a text mentions.
  text: async ({ text }) => ({ text: required(text, 'text'), linkPreview: null }),

  image: async ({ path, text, mime }) => ({ image: await file(path), caption: text, mimetype: mime ?? 'image/jpeg' }),

  audio: async ({ path, mime, seconds, waveform }) => ({
    audio: await file(path),
    ptt: true,
    mimetype: mime ?? 'audio/ogg; codecs=opus',
    ...(seconds !== undefined && { seconds }),
    ...(waveform && { waveform: new Uint8Array(Buffer.from(waveform, 'base64')) }),
  }),

  location: async ({ latitude, longitude, name }) => ({
    location: { degreesLatitude: required(latitude, 'latitude'), degreesLongitude: required(longitude, 'longitude'), name },
  }),
};

/**
 * @param {Body} body of `message.send`
 * @returns {Promise<Outgoing>}
 */
export function compose(body) {
  const build = Object.hasOwn(BY_KIND, body.kind) ? BY_KIND[body.kind] : undefined;
  if (!build) {
    throw new ProtocolError('bad_request', 'unknown kind');
  }

  return build(body);
}

/**
 * @param {Body} body of `message.send`
 * @returns the quoted message as WhatsApp shows it above the answer
 */
export function quotedMessage({ chat, quoted }) {
  return quoted && { key: { remoteJid: chat, id: quoted.id, fromMe: Boolean(quoted.fromMe) }, message: { conversation: quoted.text ?? '' } };
}

/** @param {unknown} path */
async function file(path) {
  const name = String(required(path, 'path'));
  const { size } = await stat(name).catch(() => {
    throw new ProtocolError('file_missing');
  });
  if (size > MAX_FILE_BYTES) {
    throw new ProtocolError('media_too_large');
  }

  return readFile(name);
}

/**
 * @template T
 * @param {T | null | undefined} value
 * @param {string} name
 * @returns {T}
 */
function required(value, name) {
  if (value === undefined || value === null || value === '') {
    throw new ProtocolError('bad_request', `${name} is missing`);
  }

  return value;
}
