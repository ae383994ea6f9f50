/** @param {string} text of the QR code, with or without the address in front */
export function parseQr(text) {
  const [ref, noiseKey, identityKey, advSecret, ...rest] = text.slice(text.indexOf('#') + 1).split(',');
  if (!ref || !noiseKey || !identityKey || !advSecret || rest.length > 1) {
    return undefined;
  }
  return {
    ref,
    noiseKey: Buffer.from(noiseKey, 'base64'),
    identityKey: Buffer.from(identityKey, 'base64'),
    advSecret: Buffer.from(advSecret, 'base64'),
  };
}
