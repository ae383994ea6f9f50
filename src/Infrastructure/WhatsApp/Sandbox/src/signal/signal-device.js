import { Curve, generateRegistrationId, signedKeyPair } from 'baileys';
import { ProtocolAddress, SessionBuilder, SessionCipher, SessionRecord } from 'libsignal';
import { prefixed, toSession } from './bundle.js';

/**
 * @typedef {import('../wire/certificate.js').KeyPair} KeyPair
 * @typedef {import('./bundle.js').Bundle} Bundle
 * @typedef {{ identity: KeyPair, registrationId: number, nextPreKeyId: number, preKeys: Record<string, KeyPair>,
 *   signedPreKey: { keyId: number, keyPair: KeyPair, signature: Uint8Array } }} SignalKeys
 * @typedef {{ number: string, device: number }} Peer
 */

/** @returns {SignalKeys} */
export function generateSignalKeys() {
  const identity = Curve.generateKeyPair();
  const signedPreKey = signedKeyPair(identity, 1);
  return { identity, signedPreKey, registrationId: generateRegistrationId(), nextPreKeyId: 1, preKeys: {} };
}

/** The Signal half of a simulated handset: its keys and its sessions with linked devices. */
export class SignalDevice {
  /** @type {Map<string, Promise<unknown>>} one step at a time per peer */ #steps = new Map();

  /**
   * @param {string} owner @param {SignalKeys} keys @param {Record<string, any>} sessions by peer address
   * @param {{ keysChanged: () => void, sessionsChanged: () => void }} changes
   * @param {boolean} stale the sessions may be older than what the peers saw (the process was killed)
   */
  constructor(owner, keys, sessions, changes, stale) {
    this.owner = owner;
    this.keys = keys;
    this.sessions = sessions;
    this.changes = changes;
    this.stale = new Set(stale ? Object.keys(sessions) : []);
  }

  /** A bundle with a one-time pre-key of its own. @returns {Bundle} */
  issueBundle() {
    const keyId = this.keys.nextPreKeyId++;
    const pair = Curve.generateKeyPair();
    this.keys.preKeys[keyId] = pair;
    this.changes.keysChanged();
    const { signedPreKey, identity, registrationId } = this.keys;
    return {
      registrationId,
      identityKey: Buffer.from(identity.public),
      signedPreKey: {
        keyId: signedPreKey.keyId,
        publicKey: Buffer.from(signedPreKey.keyPair.public),
        signature: Buffer.from(signedPreKey.signature),
      },
      preKey: { keyId, publicKey: Buffer.from(pair.public) },
    };
  }

  /**
   * @param {Peer} peer @param {Uint8Array} plain @param {() => Bundle} fetchBundle asked when there is no usable session
   * @param {boolean} [fresh] begin a new session whatever there is
   */
  encrypt(peer, plain, fetchBundle, fresh = false) {
    return this.#oneStep(peer, async address => {
      if (fresh || this.stale.has(`${address}`) || !this.#record(`${address}`)?.haveOpenSession()) {
        await this.#begin(address, fetchBundle());
      }
      const { type, body } = await new SessionCipher(this.#storage(), address).encrypt(plain);
      return { type: type === 3 ? 'pkmsg' : 'msg', ciphertext: Buffer.from(body) };
    });
  }

  /** @param {Peer} peer @param {string} type @param {Uint8Array} ciphertext @returns {Promise<Buffer>} */
  decrypt(peer, type, ciphertext) {
    return this.#oneStep(peer, address => {
      const cipher = new SessionCipher(this.#storage(), address);
      return type === 'pkmsg' ? cipher.decryptPreKeyWhisperMessage(ciphertext) : cipher.decryptWhisperMessage(ciphertext);
    });
  }

  /** @param {Peer} peer */
  forget(peer) {
    const address = `${this.#address(peer)}`;
    if (this.sessions[address]) {
      delete this.sessions[address];
      this.changes.sessionsChanged();
    }
  }

  /** @param {ProtocolAddress} address @param {Bundle} bundle */
  async #begin(address, bundle) {
    await new SessionBuilder(this.#storage(), address).initOutgoing(toSession(bundle));
    this.stale.delete(`${address}`);
  }

  /** libsignal queues per address for the whole process, so the owner is part of it. @param {Peer} peer */
  #address({ number, device }) {
    return new ProtocolAddress(`${this.owner}-${number}`, device);
  }

  /** @template T @param {Peer} peer @param {(address: ProtocolAddress) => Promise<T>} step @returns {Promise<T>} */
  #oneStep(peer, step) {
    const address = this.#address(peer);
    const before = this.#steps.get(`${address}`) ?? Promise.resolve();
    const now = before.catch(() => {}).then(() => step(address));
    this.#steps.set(`${address}`, now);
    return now;
  }

  /** @param {string} address */
  #record(address) {
    const saved = this.sessions[address];
    return saved && SessionRecord.deserialize(saved);
  }

  /** @returns {import('libsignal').SignalStorage} */
  #storage() {
    return {
      loadSession: async address => this.#record(address),
      storeSession: async (address, record) => {
        this.sessions[address] = record.serialize();
        this.changes.sessionsChanged();
      },
      isTrustedIdentity: () => true,
      loadPreKey: async id => this.keys.preKeys[id] && toLibsignal(this.keys.preKeys[id]),
      removePreKey: id => {
        delete this.keys.preKeys[id];
        this.changes.keysChanged();
      },
      loadSignedPreKey: () => toLibsignal(this.keys.signedPreKey.keyPair),
      getOurRegistrationId: () => this.keys.registrationId,
      getOurIdentity: () => toLibsignal(this.keys.identity),
    };
  }
}

/** @param {KeyPair} pair */
function toLibsignal(pair) {
  return { privKey: Buffer.from(pair.private), pubKey: prefixed(pair.public) };
}
