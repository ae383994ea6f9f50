import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { hkdf, MEDIA_HKDF_KEY_MAPPING } from 'baileys';

const MAC_LENGTH = 10;

/** @typedef {'image' | 'audio' | 'ptt' | 'video' | 'document' | 'sticker'} MediaKind */

/** @param {Uint8Array} mediaKey @param {MediaKind} kind */
function deriveKeys(mediaKey, kind) {
  const bytes = hkdf(Buffer.from(mediaKey), 112, { info: `WhatsApp ${MEDIA_HKDF_KEY_MAPPING[kind]} Keys` });
  return { iv: bytes.subarray(0, 16), cipherKey: bytes.subarray(16, 48), macKey: bytes.subarray(48, 80) };
}

/** @param {Uint8Array} plain @param {MediaKind} kind */
export function encryptMedia(plain, kind) {
  const mediaKey = randomBytes(32);
  const { iv, cipherKey, macKey } = deriveKeys(mediaKey, kind);
  const cipher = createCipheriv('aes-256-cbc', cipherKey, iv);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  const encrypted = Buffer.concat([sealed, macOf(sealed, iv, macKey)]);
  return { encrypted, mediaKey, fileSha256: sha256(plain), fileEncSha256: sha256(encrypted), fileLength: plain.length };
}

/** @param {Buffer} encrypted @param {Uint8Array} mediaKey @param {MediaKind} kind @returns {Buffer} @throws when it was changed on the way */
export function decryptMedia(encrypted, mediaKey, kind) {
  const { iv, cipherKey, macKey } = deriveKeys(mediaKey, kind);
  const sealed = encrypted.subarray(0, -MAC_LENGTH);
  if (!macOf(sealed, iv, macKey).equals(encrypted.subarray(-MAC_LENGTH))) {
    throw new Error('media was changed');
  }
  const decipher = createDecipheriv('aes-256-cbc', cipherKey, iv);
  return Buffer.concat([decipher.update(sealed), decipher.final()]);
}

/** @param {Uint8Array} sealed @param {Uint8Array} iv @param {Uint8Array} macKey */
function macOf(sealed, iv, macKey) {
  return createHmac('sha256', macKey).update(iv).update(sealed).digest().subarray(0, MAC_LENGTH);
}

/** @param {Uint8Array} bytes */
export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest();
}
