import { createHash } from 'node:crypto';
import { aesDecryptGCM, aesEncryptGCM, Curve, hkdf, NOISE_MODE, NOISE_WA_HEADER, proto } from 'baileys';

const NOTHING = Buffer.alloc(0);

/** One AES-GCM key with its message counter. */
class CipherState {
  #counter = 0;

  /** @param {Uint8Array} key */
  constructor(key) {
    this.key = key;
  }

  #iv() {
    const iv = Buffer.alloc(12);
    iv.writeUInt32BE(this.#counter++, 8);
    return iv;
  }

  /** @param {Uint8Array} plain @param {Uint8Array} aad */
  encrypt(plain, aad = NOTHING) {
    return aesEncryptGCM(plain, this.key, this.#iv(), aad);
  }

  /** @param {Uint8Array} sealed @param {Uint8Array} aad */
  decrypt(sealed, aad = NOTHING) {
    return aesDecryptGCM(sealed, this.key, this.#iv(), aad);
  }
}

/** The running hash and key of a Noise handshake (the specification's SymmetricState). */
class SymmetricState {
  /** @param {string} protocolName exactly 32 bytes, so it is the first hash itself */
  constructor(protocolName) {
    this.hash = Buffer.from(protocolName);
    /** @type {Uint8Array} */ this.salt = this.hash;
    this.cipher = new CipherState(this.hash);
  }

  /** @param {Uint8Array} data */
  mixHash(data) {
    this.hash = createHash('sha256').update(this.hash).update(data).digest();
  }

  /** @param {Uint8Array} secret */
  mixKey(secret) {
    const [salt, key] = this.#derive(secret);
    this.salt = salt;
    this.cipher = new CipherState(key);
  }

  /** @param {Uint8Array} plain */
  seal(plain) {
    const sealed = this.cipher.encrypt(plain, this.hash);
    this.mixHash(sealed);
    return sealed;
  }

  /** @param {Uint8Array} sealed */
  open(sealed) {
    const plain = this.cipher.decrypt(sealed, this.hash);
    this.mixHash(sealed);
    return plain;
  }

  /** @returns {[CipherState, CipherState]} client to server, server to client */
  split() {
    const [first, second] = this.#derive(NOTHING);
    return [new CipherState(first), new CipherState(second)];
  }

  /** @param {Uint8Array} input */
  #derive(input) {
    const bytes = hkdf(Buffer.from(input), 64, { salt: Buffer.from(this.salt), info: '' });
    return [bytes.subarray(0, 32), bytes.subarray(32)];
  }
}

/** The server's side of Noise XX as WhatsApp speaks it: two frames in, one out. */
export class NoiseServer {
  #state = new SymmetricState(NOISE_MODE);
  #ephemeral = Curve.generateKeyPair();

  /** @param {import('./certificate.js').ServerIdentity} identity */
  constructor(identity) {
    this.identity = identity;
  }

  /** @param {Uint8Array} frame @returns {Uint8Array} the server hello */
  acceptHello(frame) {
    const ephemeral = proto.HandshakeMessage.decode(frame).clientHello?.ephemeral;
    if (ephemeral?.length !== 32) {
      throw new Error('client hello without a key');
    }
    const state = this.#state;
    state.mixHash(NOISE_WA_HEADER);
    state.mixHash(ephemeral);
    state.mixHash(this.#ephemeral.public);
    state.mixKey(Curve.sharedKey(this.#ephemeral.private, ephemeral));
    const encryptedStatic = state.seal(this.identity.keyPair.public);
    state.mixKey(Curve.sharedKey(this.identity.keyPair.private, ephemeral));
    const payload = state.seal(this.identity.certificateChain);
    const serverHello = { ephemeral: this.#ephemeral.public, static: encryptedStatic, payload };
    return proto.HandshakeMessage.encode({ serverHello }).finish();
  }

  /** @param {Uint8Array} frame */
  acceptFinish(frame) {
    const finish = proto.HandshakeMessage.decode(frame).clientFinish;
    if (!finish?.static || !finish.payload) {
      throw new Error('client finish incomplete');
    }
    const clientStatic = this.#state.open(finish.static);
    this.#state.mixKey(Curve.sharedKey(this.#ephemeral.private, clientStatic));
    const payload = proto.ClientPayload.decode(this.#state.open(finish.payload));
    const [incoming, outgoing] = this.#state.split();
    return { clientStatic, payload, incoming, outgoing };
  }
}
