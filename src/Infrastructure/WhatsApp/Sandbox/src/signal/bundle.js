import { encodeBigEndian, generateSignalPubKey, KEY_BUNDLE_TYPE } from 'baileys';
import { child, children, node, numberOf, requiredBytes } from '../wire/node.js';

/**
 * @typedef {import('../wire/node.js').Node} Node
 * @typedef {{ keyId: number, publicKey: Buffer }} PreKey
 * @typedef {PreKey & { signature: Buffer }} SignedPreKey
 * @typedef {{ registrationId: number, identityKey: Buffer, signedPreKey: SignedPreKey, preKey?: PreKey }} Bundle
 *   public keys are bare, 32 bytes
 */

/** @param {Bundle} bundle @returns {Node[]} */
export function bundleNodes({ registrationId, identityKey, signedPreKey, preKey }) {
  return [
    node('registration', {}, encodeBigEndian(registrationId)),
    node('type', {}, Buffer.from(KEY_BUNDLE_TYPE)),
    node('identity', {}, identityKey),
    node('skey', {}, [...keyNodes(signedPreKey), node('signature', {}, signedPreKey.signature)]),
    ...(preKey ? [node('key', {}, keyNodes(preKey))] : []),
  ];
}

/** @param {PreKey} key */
function keyNodes({ keyId, publicKey }) {
  return [node('id', {}, encodeBigEndian(keyId, 3)), node('value', {}, publicKey)];
}

/** What a client uploads with `encrypt set`. @param {Node} iq @returns {Bundle & { preKeys: PreKey[] }} */
export function parseUpload(iq) {
  return {
    registrationId: numberOf(iq, 'registration'),
    identityKey: requiredBytes(iq, 'identity'),
    signedPreKey: parseSignedPreKey(child(iq, 'skey')),
    preKeys: children(child(iq, 'list'), 'key').map(parsePreKey),
  };
}

/** @param {Node | undefined} key @returns {PreKey} */
function parsePreKey(key) {
  return { keyId: numberOf(key, 'id'), publicKey: requiredBytes(key, 'value') };
}

/** @param {Node | undefined} key @returns {SignedPreKey} */
export function parseSignedPreKey(key) {
  return { ...parsePreKey(key), signature: requiredBytes(key, 'signature') };
}

/** The form libsignal wants: keys with their type byte. @param {Bundle} bundle */
export function toSession({ registrationId, identityKey, signedPreKey, preKey }) {
  return {
    registrationId,
    identityKey: prefixed(identityKey),
    signedPreKey: { ...signedPreKey, publicKey: prefixed(signedPreKey.publicKey) },
    // libsignal works without a one-time pre-key though its types want one.
    preKey: /** @type {any} */ (preKey && { ...preKey, publicKey: prefixed(preKey.publicKey) }),
  };
}

/** @param {Uint8Array} key */
export function prefixed(key) {
  return Buffer.from(generateSignalPubKey(key));
}
