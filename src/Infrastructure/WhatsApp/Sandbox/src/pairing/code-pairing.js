import { randomBytes } from 'node:crypto';
import { aesDecryptCTR, aesDecryptGCM, aesEncryptCTR, Curve, derivePairingCodeKey, hkdf } from 'baileys';
import { Refusal } from '../refusal.js';
import { parseJid } from '../wire/jid.js';
import { bytesOf, child, node, refusal, requiredBytes, result, SERVER, stanzaId } from '../wire/node.js';

const FINISH_MS = 15_000;

/**
 * @typedef {import('../wire/node.js').Node} Node
 * @typedef {import('../network/account.js').Account} Account
 * @typedef {import('./pairing.js').Candidate} Candidate
 * @typedef {{ candidate: Candidate, number: string, ref: Buffer, wrappedEphemeral: Buffer, finished?: (iq: Node | undefined) => void }} Attempt
 */

/** Linking by an eight-character code that the vendor types on the phone. */
export class CodePairing {
  /** @type {Map<Candidate, Attempt>} the last code a client asked for */ #attempts = new Map();

  /** @param {Candidate} candidate @param {Node} iq */
  receive(candidate, iq) {
    const request = child(iq, 'link_code_companion_reg');
    if (request?.attrs.stage === 'companion_hello') {
      this.#attempts.set(candidate, toAttempt(candidate, request));
      const ref = node('link_code_pairing_ref', {}, /** @type {Attempt} */ (this.#attempts.get(candidate)).ref);
      candidate.connection.send(result(iq, [node('link_code_companion_reg', { stage: 'companion_hello' }, [ref])]));
    } else {
      this.#attempts.get(candidate)?.finished?.(iq);
    }
  }

  /** @param {Candidate} candidate */
  forget(candidate) {
    this.#attempts.get(candidate)?.finished?.(undefined);
    this.#attempts.delete(candidate);
  }

  /** @param {Account} account @param {string} code @returns {Promise<{ candidate: Candidate, advSecret: Uint8Array }>} */
  async enter(account, code) {
    const attempt = [...this.#attempts.values()].findLast(({ number }) => number === account.number);
    if (!attempt) {
      throw wrongCode();
    }
    const { identity } = account.data.signal;
    const typed = code.replace(/[\s-]/g, '').toUpperCase();
    const ephemeral = Curve.generateKeyPair();
    const finish = await this.#ask(attempt, await primaryHello(attempt, typed, identity.public, ephemeral.public));
    const advSecret = finish && (await openBundle(attempt, typed, identity, ephemeral, finish));
    if (!finish || !advSecret) {
      if (finish) {
        attempt.candidate.connection.send(refusal(finish, 400, 'bad-request'));
      }
      throw wrongCode();
    }
    attempt.candidate.connection.send(result(finish));
    this.#attempts.delete(attempt.candidate);
    return { candidate: attempt.candidate, advSecret };
  }

  /** @param {Attempt} attempt @param {Node} notification @returns {Promise<Node | undefined>} */
  #ask(attempt, notification) {
    return new Promise(resolve => {
      const timer = setTimeout(() => resolve(undefined), FINISH_MS);
      attempt.finished = iq => {
        clearTimeout(timer);
        resolve(iq);
      };
      attempt.candidate.connection.send(notification);
    });
  }
}

/** @param {Candidate} candidate @param {Node} request @returns {Attempt} */
function toAttempt(candidate, request) {
  const number = parseJid(request.attrs.jid)?.user ?? '';
  const wrappedEphemeral = requiredBytes(request, 'link_code_pairing_wrapped_companion_ephemeral_pub');
  return { candidate, number, wrappedEphemeral, ref: Buffer.from(randomBytes(16).toString('base64')) };
}

/** @param {Attempt} attempt @param {string} code @param {Uint8Array} identity @param {Uint8Array} ephemeral */
async function primaryHello({ ref }, code, identity, ephemeral) {
  const salt = randomBytes(32);
  const iv = randomBytes(16);
  const wrapped = aesEncryptCTR(ephemeral, await derivePairingCodeKey(code, salt), iv);
  const content = [
    node('link_code_pairing_ref', {}, ref),
    node('primary_identity_pub', {}, identity),
    node('link_code_pairing_wrapped_primary_ephemeral_pub', {}, Buffer.concat([salt, iv, wrapped])),
  ];
  const attrs = { from: SERVER, type: 'link_code_companion_reg', id: stanzaId() };
  return node('notification', attrs, [node('link_code_companion_reg', { stage: 'primary_hello' }, content)]);
}

/**
 * Both sides know the same ephemeral keys only when the code was right; otherwise the bundle does not open.
 * @param {Attempt} attempt @param {string} code @param {import('../wire/certificate.js').KeyPair} identity
 * @param {import('../wire/certificate.js').KeyPair} ephemeral @param {Node} finish
 * @returns {Promise<Uint8Array | undefined>} the secret that seals the device identity
 */
async function openBundle({ wrappedEphemeral }, code, identity, ephemeral, finish) {
  const [salt, iv, wrapped] = split(wrappedEphemeral, 32, 16);
  const theirs = aesDecryptCTR(wrapped, await derivePairingCodeKey(code, salt), iv);
  const shared = Curve.sharedKey(ephemeral.private, theirs);
  const sealed = bytesOf(child(finish, 'link_code_companion_reg'), 'link_code_pairing_wrapped_key_bundle') ?? Buffer.alloc(0);
  const [bundleSalt, bundleIv, bundle] = split(sealed, 32, 12);
  const key = hkdf(shared, 32, { salt: bundleSalt, info: 'link_code_pairing_key_bundle_encryption_key' });
  try {
    const [deviceIdentity, , random] = split(aesDecryptGCM(bundle, key, bundleIv, Buffer.alloc(0)), 32, 32);
    const secret = Buffer.concat([shared, Curve.sharedKey(identity.private, deviceIdentity), random]);
    return hkdf(secret, 32, { info: 'adv_secret' });
  } catch {
    return undefined;
  }
}

/** @param {Buffer} bytes @param {number} first @param {number} second */
function split(bytes, first, second) {
  return [bytes.subarray(0, first), bytes.subarray(first, first + second), bytes.subarray(first + second)];
}

function wrongCode() {
  return new Refusal(409, 'wrong_code', 'No client of this number waits for this code.');
}
