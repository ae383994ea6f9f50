import { Curve, proto } from 'baileys';

const { NoiseCertificate } = proto.CertChain;

/**
 * @typedef {{ public: Uint8Array, private: Uint8Array }} KeyPair
 * @typedef {{ root: KeyPair, intermediate: KeyPair, server: KeyPair }} ServerKeys
 * @typedef {{ keyPair: KeyPair, certificateChain: Uint8Array, rootKey: string }} ServerIdentity
 */

/** @returns {ServerKeys} */
export function generateServerKeys() {
  return { root: Curve.generateKeyPair(), intermediate: Curve.generateKeyPair(), server: Curve.generateKeyPair() };
}

/** Clients accept an intermediate only when its issuer has serial 0. @param {ServerKeys} keys @returns {ServerIdentity} */
export function issueServerIdentity({ root, intermediate, server }) {
  const chain = {
    intermediate: certify({ serial: 1, issuerSerial: 0, key: intermediate.public }, root),
    leaf: certify({ serial: 2, issuerSerial: 1, key: server.public }, intermediate),
  };
  return {
    keyPair: server,
    certificateChain: proto.CertChain.encode(chain).finish(),
    rootKey: Buffer.from(root.public).toString('hex'),
  };
}

/** @param {proto.CertChain.NoiseCertificate.IDetails} details @param {KeyPair} issuer */
function certify(details, issuer) {
  const bytes = NoiseCertificate.Details.encode(details).finish();
  return { details: bytes, signature: Curve.sign(issuer.private, bytes) };
}
