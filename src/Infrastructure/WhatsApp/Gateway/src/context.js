import { normalizeContent } from './baileys.js';
import { captionOf, textOf } from './content.js';

/** @typedef {import('./baileys.js').MessageProto} MessageProto */

const MAX_QUOTE = 600;
const STATUS = 'status@broadcast';

/**
 * What a message answers. The quotation is the sender's word for it: good for finding out what is spoken of, no proof.
 * @param {MessageProto} content without wrappers
 */
export function quotation(content) {
  const { stanzaId, remoteJid, quotedMessage } = contextOf(content) ?? {};
  const quoted = quotedMessage ? normalizeContent(quotedMessage) : undefined;
  const product = quoted?.productMessage?.product;
  const words = product ? [product.retailerId, product.title].filter(Boolean).join(' ') : textOf(quoted) ?? captionOf(quoted);
  return {
    quotedId: stanzaId ?? undefined,
    quotedText: words ? words.slice(0, MAX_QUOTE) : undefined,
    quotedStatus: remoteJid === STATUS || undefined,
  };
}

/** @param {MessageProto} wrapped @returns {boolean} whether its sender allows one look only */
export function isViewOnce(wrapped) {
  const inner = wrapped.ephemeralMessage?.message ?? wrapped;
  return Boolean(inner.viewOnceMessage ?? inner.viewOnceMessageV2 ?? inner.viewOnceMessageV2Extension);
}

/** @param {MessageProto} content @returns {number | undefined} seconds that a disappearing message stays on phones */
export const lifetime = (content) => contextOf(content)?.expiration || undefined;

/** @param {MessageProto} content @returns {import('./baileys.js').ContextInfo | undefined} */
function contextOf(content) {
  const part = Object.values(content).find((value) => value && typeof value === 'object' && 'contextInfo' in value);
  return part?.contextInfo ?? undefined;
}
