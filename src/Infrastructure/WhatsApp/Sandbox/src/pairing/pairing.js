import { randomBytes } from 'node:crypto';
import { proto } from 'baileys';
import { Refusal } from '../refusal.js';
import { jidOf } from '../wire/jid.js';
import { child, node, result, SERVER, stanzaId, streamError } from '../wire/node.js';
import { CodePairing } from './code-pairing.js';
import { isCountersigned, sealDeviceIdentity, signDeviceIdentity } from './identity.js';
import { parseQr } from './qr-code.js';

const REFS = 6;
const ANSWER_MS = 15_000;

/**
 * @typedef {import('../wire/node.js').Node} Node
 * @typedef {import('../wire/connection.js').Connection} Connection
 * @typedef {import('../network/account.js').Account} Account
 * @typedef {{ connection: Connection, noiseKey: Buffer, identityKey: Buffer, platform: string, refs: string[],
 *   registration: { registrationId: number, signedPreKey: import('../signal/bundle.js').SignedPreKey },
 *   answered?: (stanza: Node | undefined) => void }} Candidate a client that waits to be linked
 */

/** Links clients that have no account yet. */
export class Pairing {
  /** @type {Set<Candidate>} */ #candidates = new Set();

  /** @param {import('../network/directory.js').Directory} directory @param {import('../storage/store.js').Store} store @param {import('../network/devices.js').Devices} devices */
  constructor(directory, store, devices) {
    this.directory = directory;
    this.store = store;
    this.devices = devices;
    this.codes = new CodePairing();
  }

  /** @param {Connection} connection @param {proto.ClientPayload} payload @param {Uint8Array} noiseKey */
  begin(connection, payload, noiseKey) {
    const candidate = toCandidate(connection, payload, noiseKey);
    this.#candidates.add(candidate);
    connection.on('stanza', stanza => void this.#receive(candidate, stanza).catch(() => connection.cut()));
    connection.on('close', () => this.#leave(candidate));
    const refs = candidate.refs.map(ref => node('ref', {}, Buffer.from(ref)));
    connection.send(node('iq', { from: SERVER, type: 'set', id: stanzaId() }, [node('pair-device', {}, refs)]));
  }

  /** @param {Account} account @param {string} text */
  async scan(account, text) {
    const qr = parseQr(text);
    if (!qr) {
      throw new Refusal(400, 'invalid_qr', 'This is not the text of a linking code.');
    }
    const candidate = [...this.#candidates].find(({ refs }) => refs.includes(qr.ref));
    if (!candidate || !candidate.noiseKey.equals(qr.noiseKey) || !candidate.identityKey.equals(qr.identityKey)) {
      throw new Refusal(409, 'expired_code', 'Nobody waits with this code any more.');
    }
    return this.#link(account, candidate, qr.advSecret);
  }

  /** @param {Account} account @param {string} code */
  async enterCode(account, code) {
    const { candidate, advSecret } = await this.codes.enter(account, code);
    return this.#link(account, candidate, advSecret);
  }

  /** @param {Account} account @param {Candidate} candidate @param {Uint8Array} advSecret */
  async #link(account, candidate, advSecret) {
    const { connection, identityKey, noiseKey, platform, registration } = candidate;
    const identity = signDeviceIdentity(account.data.signal.identity, identityKey, account.data.nextDevice);
    const device = this.directory.link(account, { noiseKey, identityKey, platform, preKeys: [], ...registration });
    const sealed = sealDeviceIdentity(identity, advSecret);
    const answer = await this.#ask(candidate, pairSuccess(account, device.id, sealed));
    const signed = answer && child(child(answer, 'pair-device-sign'), 'device-identity');
    if (!signed || !isCountersigned(identity, identityKey, /** @type {Uint8Array} */ (signed.content))) {
      this.directory.unlink(device);
      throw new Refusal(409, 'expired_code', 'The client gave up while it was being linked.');
    }
    await this.store.commit();
    connection.closeWith(streamError(515));
    this.devices.announceLinked(device);
    return device;
  }

  /** @param {Candidate} candidate @param {Node} stanza @returns {Promise<Node | undefined>} */
  #ask(candidate, stanza) {
    this.#candidates.delete(candidate);
    return new Promise(resolve => {
      const timer = setTimeout(() => resolve(undefined), ANSWER_MS);
      candidate.answered = answer => {
        clearTimeout(timer);
        resolve(answer);
      };
      candidate.connection.send(stanza);
    });
  }

  /** @param {Candidate} candidate @param {Node} stanza */
  async #receive(candidate, stanza) {
    if (stanza.tag !== 'iq') {
      return;
    }
    if (child(stanza, 'pair-device-sign')) {
      candidate.answered?.(stanza);
    } else if (child(stanza, 'link_code_companion_reg')) {
      this.codes.receive(candidate, stanza);
    } else if (stanza.attrs.type === 'get') {
      candidate.connection.send(result(stanza));
    }
  }

  /** @param {Candidate} candidate */
  #leave(candidate) {
    this.#candidates.delete(candidate);
    this.codes.forget(candidate);
    candidate.answered?.(undefined);
  }
}

/** @param {Connection} connection @param {proto.ClientPayload} payload @param {Uint8Array} noiseKey @returns {Candidate} */
function toCandidate(connection, { devicePairingData: data }, noiseKey) {
  const props = proto.DeviceProps.decode(data?.deviceProps ?? new Uint8Array());
  const bytes = (/** @type {Uint8Array | null | undefined} */ value) => Buffer.from(value ?? []);
  return {
    connection,
    noiseKey: Buffer.from(noiseKey),
    identityKey: bytes(data?.eIdent),
    platform: `${proto.DeviceProps.PlatformType[props.platformType ?? 0]} (${props.os ?? ''})`,
    refs: Array.from({ length: REFS }, () => `2@${randomBytes(48).toString('base64')}`),
    registration: {
      registrationId: bytes(data?.eRegid).readUIntBE(0, 4),
      signedPreKey: {
        keyId: bytes(data?.eSkeyId).readUIntBE(0, 3),
        publicKey: bytes(data?.eSkeyVal),
        signature: bytes(data?.eSkeySig),
      },
    },
  };
}

/** @param {Account} account @param {number} device @param {Uint8Array} sealed */
function pairSuccess(account, device, sealed) {
  return node('iq', { from: SERVER, type: 'set', id: stanzaId() }, [
    node('pair-success', {}, [
      node('device-identity', {}, sealed),
      node('biz', { name: account.data.name }),
      node('device', { jid: jidOf(account, 'pn', device), lid: jidOf(account, 'lid', device) }),
      node('platform', { name: 'android' }),
    ]),
  ]);
}
