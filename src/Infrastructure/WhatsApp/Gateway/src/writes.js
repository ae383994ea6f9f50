import { encodeKey } from './baileys.js';

/** @typedef {import('./protocol.js').KeyWrite} KeyWrite */
/** @typedef {Record<string, Record<string, any>>} KeyData type → id → value, null deletes */
/** @typedef {Map<string, { type: string, id: string, text: string | null }>} Writes */

// A history of thousands of contacts is one write for Baileys; on the line it goes in several commits.
const COMMIT_CHARS = 256 * 1024;
const VALUE_CHARS = 640 * 1024;
// Grow with the address book and are fetched again when absent; everything else has a natural bound.
const DISPENSABLE = new Set(['app-state-sync-version', 'tctoken', 'device-list']);

/**
 * @param {Writes} writes
 * @param {KeyData} data
 */
export function collect(writes, data) {
  for (const [type, values] of Object.entries(data)) {
    for (const [id, value] of Object.entries(values ?? {})) {
      const text = value === null || value === undefined ? null : encodeKey(value);
      writes.set(keyOf(type, id), { type, id, text });
    }
  }

  return writes;
}

/**
 * @param {string} type
 * @param {string} id
 */
export const keyOf = (type, id) => `${type}/${id}`;

/**
 * @param {{ type: string, id: string, text: string | null }} write
 * @returns {KeyWrite}
 */
export function toKeyWrite({ type, id, text }) {
  const value = text && Buffer.from(text, 'utf8').toString('base64');
  return { type, id, value: value && value.length > VALUE_CHARS && DISPENSABLE.has(type) ? null : value };
}

/**
 * @param {KeyWrite[]} writes
 * @returns {KeyWrite[][]} at least one part
 */
export function split(writes) {
  /** @type {KeyWrite[]} */
  let part = [];
  const parts = [part];
  let chars = 0;
  for (const write of writes) {
    const size = sizeOf(write);
    chars += size;
    if (chars > COMMIT_CHARS && part.length > 0) {
      parts.push((part = []));
      chars = size;
    }

    part.push(write);
  }

  return parts;
}

/**
 * Names and punctuation of a row count too: many small rows are mostly that.
 * @param {KeyWrite} write
 */
export const sizeOf = ({ id, value }) => 60 + id.length + (value?.length ?? 0);
