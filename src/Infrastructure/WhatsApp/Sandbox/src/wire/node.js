import { getBinaryNodeChild, getBinaryNodeChildren, S_WHATSAPP_NET } from 'baileys';

/** @typedef {import('baileys').BinaryNode} Node */

export const SERVER = S_WHATSAPP_NET.slice(1);
export const child = getBinaryNodeChild;
export const children = getBinaryNodeChildren;

/** Leaves out absent attributes. @param {string} tag @param {Record<string, string | undefined>} attrs @param {Node['content']} [content] @returns {Node} */
export function node(tag, attrs = {}, content) {
  const present = /** @type {Record<string, string>} */ (
    Object.fromEntries(Object.entries(attrs).filter(([, value]) => value !== undefined))
  );
  return content === undefined ? { tag, attrs: present } : { tag, attrs: present, content };
}

/** @param {Node | undefined} parent @param {string} tag @returns {Buffer | undefined} */
export function bytesOf(parent, tag) {
  const content = child(parent, tag)?.content;
  return content === undefined || Array.isArray(content) ? undefined : Buffer.from(content);
}

/** @param {Node | undefined} parent @param {string} tag */
export function requiredBytes(parent, tag) {
  const bytes = bytesOf(parent, tag);
  if (!bytes) {
    throw new Error(`stanza without ${tag}`);
  }
  return bytes;
}

/** @param {Node | undefined} parent @param {string} tag */
export function numberOf(parent, tag) {
  const bytes = requiredBytes(parent, tag);
  return bytes.readUIntBE(0, bytes.length);
}

/** @param {Node} request @param {Node[]} [content] */
export function result(request, content) {
  return node('iq', { from: SERVER, type: 'result', id: request.attrs.id }, content);
}

/** @param {Node} request @param {number} code @param {string} text */
export function refusal(request, code, text) {
  return node('iq', { from: SERVER, type: 'error', id: request.attrs.id }, [node('error', { code: `${code}`, text })]);
}

/** @param {number} code @param {Node[]} [content] */
export function streamError(code, content) {
  return node('stream:error', { code: `${code}` }, content);
}

/** @param {Date} [at] */
export function seconds(at = new Date()) {
  return `${Math.floor(at.getTime() / 1000)}`;
}

let stanzaCount = 0;

/** Ids of stanzas the server starts itself. */
export function stanzaId() {
  return `srv-${process.pid}-${++stanzaCount}`;
}
