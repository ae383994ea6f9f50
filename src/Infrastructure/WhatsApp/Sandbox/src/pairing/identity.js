import { createHmac, randomInt } from 'node:crypto';
import { Curve, proto, WA_ADV_ACCOUNT_SIG_PREFIX, WA_ADV_DEVICE_SIG_PREFIX } from 'baileys';

/**
 * The phone vouches for a new device: it signs the device's identity key with its own, and proves with the secret from the
 * QR code that it is the phone which scanned it.
 * @param {import('../wire/certificate.js').KeyPair} phone @param {Uint8Array} deviceKey @param {number} keyIndex
 */
export function signDeviceIdentity(phone, deviceKey, keyIndex) {
  const details = proto.ADVDeviceIdentity.encode({
    rawId: randomInt(1, 2 ** 31),
    timestamp: Math.floor(Date.now() / 1000),
    keyIndex,
  }).finish();
  const signed = Buffer.concat([WA_ADV_ACCOUNT_SIG_PREFIX, details, deviceKey]);
  return { details, accountSignatureKey: phone.public, accountSignature: Curve.sign(phone.private, signed) };
}

/** @param {proto.IADVSignedDeviceIdentity} identity @param {Uint8Array} advSecret */
export function sealDeviceIdentity(identity, advSecret) {
  const details = proto.ADVSignedDeviceIdentity.encode(identity).finish();
  const hmac = createHmac('sha256', advSecret).update(details).digest();
  return proto.ADVSignedDeviceIdentityHMAC.encode({ details, hmac }).finish();
}

/** The device signs back. @param {ReturnType<typeof signDeviceIdentity>} identity @param {Uint8Array} deviceKey @param {Uint8Array} answer */
export function isCountersigned(identity, deviceKey, answer) {
  const { deviceSignature } = proto.ADVSignedDeviceIdentity.decode(answer);
  const signed = Buffer.concat([WA_ADV_DEVICE_SIG_PREFIX, identity.details, deviceKey, identity.accountSignatureKey]);
  return !!deviceSignature?.length && Curve.verify(deviceKey, signed, deviceSignature);
}
