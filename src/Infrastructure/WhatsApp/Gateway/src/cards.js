/** @typedef {import('./baileys.js').MessageProto} MessageProto */
/** @typedef {import('./protocol.js').Content} Content */

const MAX_CONTACTS = 20;
const MAX_PHONES = 3;
const MAX_OPTIONS = 12;

/**
 * Address cards, polls and carts: what people read in them.
 * @param {MessageProto} content without wrappers
 * @returns {Content | null}
 */
export function card(content) {
  return contacts(content) ?? poll(content) ?? order(content) ?? product(content);
}

/**
 * @param {MessageProto} content
 * @returns {Content | null}
 */
function contacts({ contactMessage: one, contactsArrayMessage: several }) {
  const cards = one ? [one] : several?.contacts ?? [];
  if (!one && !several) {
    return null;
  }

  return {
    kind: 'contact',
    name: (one ?? several)?.displayName ?? undefined,
    contacts: cards.slice(0, MAX_CONTACTS).map(({ displayName, vcard }) => ({ name: displayName ?? '', phones: phonesOf(vcard ?? '') })),
  };
}

/** @param {string} vcard */
function phonesOf(vcard) {
  const lines = vcard.split(/\r?\n/).filter((line) => /^([\w-]+\.)?TEL[;:]/i.test(line));
  return lines.map((line) => line.slice(line.indexOf(':') + 1).trim()).filter(Boolean).slice(0, MAX_PHONES);
}

/**
 * @param {MessageProto} content
 * @returns {Content | null}
 */
function poll(content) {
  const found = content.pollCreationMessage ?? content.pollCreationMessageV2 ?? content.pollCreationMessageV3;
  const options = (found?.options ?? []).map(({ optionName }) => optionName ?? '').filter(Boolean);
  return found ? { kind: 'poll', text: found.name ?? undefined, options: options.slice(0, MAX_OPTIONS) } : null;
}

/**
 * The message names the cart; what it lists has to be asked for.
 * @param {MessageProto} content
 * @returns {Content | null}
 */
function order({ orderMessage: found }) {
  return found ? {
    kind: 'order',
    text: found.message || undefined,
    order: { id: found.orderId ?? null, token: found.token ?? null, count: found.itemCount ?? null },
  } : null;
}

/**
 * An article of the catalogue says its own name.
 * @param {MessageProto} content
 * @returns {Content | null}
 */
function product({ productMessage: found }) {
  const lines = [found?.body, found?.product?.title].filter(Boolean);
  return found && lines.length > 0 ? { kind: 'text', text: lines.join('\n') } : null;
}
