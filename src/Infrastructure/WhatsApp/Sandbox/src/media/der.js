/** The few ASN.1 types a certificate is made of, in DER. */

/** @param {number} tag @param {Uint8Array[]} parts */
function element(tag, ...parts) {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), length(content.length), content]);
}

/** @param {number} size */
function length(size) {
  if (size < 0x80) {
    return Buffer.from([size]);
  }
  const bytes = size > 0xff ? [size >> 8, size & 0xff] : [size];
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

/** @param {Uint8Array[]} parts */
export const sequence = (...parts) => element(0x30, ...parts);
/** @param {Uint8Array[]} parts */
export const set = (...parts) => element(0x31, ...parts);
/** @param {Uint8Array} bytes unsigned, big-endian */
export const integer = bytes => element(0x02, bytes[0] & 0x80 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes);
/** @param {Uint8Array} bytes @param {number} [unused] bits of the last byte */
export const bitString = (bytes, unused = 0) => element(0x03, Buffer.from([unused]), bytes);
/** @param {Uint8Array} bytes */
export const octetString = bytes => element(0x04, bytes);
/** @param {string} text */
export const utf8String = text => element(0x0c, Buffer.from(text));
export const trueValue = element(0x01, Buffer.from([0xff]));

/** @param {number} number @param {Uint8Array[]} parts */
export const explicit = (number, ...parts) => element(0xa0 | number, ...parts);
/** @param {number} number @param {Uint8Array} content */
export const implicit = (number, content) => element(0x80 | number, content);

/** @param {Date} date from 1950 to 2049 */
export function utcTime(date) {
  return element(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));
}

/** @param {string} dotted */
export function objectId(dotted) {
  const [first, second, ...rest] = dotted.split('.').map(Number);
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** @param {number} value */
function base128(value) {
  const bytes = [value & 0x7f];
  for (let rest = value >> 7; rest; rest >>= 7) {
    bytes.unshift(0x80 | (rest & 0x7f));
  }
  return bytes;
}
