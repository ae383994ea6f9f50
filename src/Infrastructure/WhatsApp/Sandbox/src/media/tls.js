import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { bitString, explicit, implicit, integer, objectId, octetString, sequence, set, trueValue, utcTime, utf8String } from './der.js';

const YEARS = 10;
const ECDSA_SHA256 = sequence(objectId('1.2.840.10045.4.3.2'));

/** @typedef {{ ca: string, cert: string, key: string }} TlsIdentity PEM texts; the authority's own key is thrown away */

/** An authority of our own and one certificate for this machine's loopback address. @returns {TlsIdentity} */
export function generateTlsIdentity() {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const host = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = { name: 'WaSaas sandbox media', key: authority.privateKey };
  const ca = certificate(issuer, issuer.name, authority.publicKey, [
    extension('2.5.29.19', sequence(trueValue), true),
    extension('2.5.29.15', bitString(Buffer.from([0b00000100]), 2), true),
  ]);
  const names = [implicit(2, Buffer.from('localhost')), implicit(7, Buffer.from([127, 0, 0, 1]))];
  const cert = certificate(issuer, 'localhost', host.publicKey, [extension('2.5.29.17', sequence(...names))]);
  return { ca, cert, key: host.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

/**
 * @param {{ name: string, key: import('node:crypto').KeyObject }} issuer @param {string} subject
 * @param {import('node:crypto').KeyObject} publicKey @param {Buffer[]} extensions
 */
function certificate(issuer, subject, publicKey, extensions) {
  const from = new Date();
  const until = new Date(from);
  until.setFullYear(from.getFullYear() + YEARS);
  const content = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ECDSA_SHA256,
    distinguishedName(issuer.name),
    sequence(utcTime(from), utcTime(until)),
    distinguishedName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(3, sequence(...extensions)),
  );
  return toPem(sequence(content, ECDSA_SHA256, bitString(sign('sha256', content, issuer.key))));
}

/** @param {string} commonName */
function distinguishedName(commonName) {
  return sequence(set(sequence(objectId('2.5.4.3'), utf8String(commonName))));
}

/** @param {string} id @param {Buffer} value @param {boolean} [critical] */
function extension(id, value, critical = false) {
  return sequence(objectId(id), ...(critical ? [trueValue] : []), octetString(value));
}

/** @param {Buffer} der */
function toPem(der) {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
