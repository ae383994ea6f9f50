import { log } from './log.js';
import { ProtocolError } from './protocol.js';

/** @typedef {Pick<import('./baileys.js').Connection, 'order' | 'catalogue'>} Shop */

const MAX_ITEMS = 50;
const CATALOGUE_PAGE = 100;
const CATALOGUE_PAGES = 5;
const GONE = new Set([400, 401, 403, 404, 410]);

/**
 * What a cart of WhatsApp's catalogue lists. Its prices stay behind: they are not the shop's.
 *
 * @param {Shop} shop
 * @param {{ orderId?: unknown, token?: unknown }} order as given in a message
 */
export async function orderDetails(shop, { orderId, token }) {
  if (typeof orderId !== 'string' || typeof token !== 'string') {
    throw new ProtocolError('bad_request', 'orderId and token are needed');
  }

  const { products } = await shop.order(orderId, token).catch((error) => {
    throw GONE.has(codeOf(error)) ? new ProtocolError('order_gone') : new ProtocolError('order_unreachable', undefined, true);
  });
  const listed = products.filter(({ name, quantity }) => name && quantity > 0).slice(0, MAX_ITEMS);
  const references = listed.length > 0 ? await referencesOf(shop, new Set(listed.map(({ id }) => id))) : new Map();
  return { items: listed.map(({ id, name, quantity }) => ({ name, quantity, reference: references.get(id) ?? null })) };
}

/**
 * The order knows the network's own ids; only the catalogue knows the seller's references to them. Names do without.
 *
 * @param {Shop} shop
 * @param {Set<string>} wanted
 */
async function referencesOf(shop, wanted) {
  const references = new Map();
  try {
    let cursor;
    for (let page = 0; page < CATALOGUE_PAGES && wanted.size > references.size; page++) {
      const { products, nextPageCursor } = await shop.catalogue(CATALOGUE_PAGE, cursor);
      products.filter(({ id, retailerId }) => retailerId && wanted.has(id)).forEach(({ id, retailerId }) => references.set(id, retailerId));
      cursor = nextPageCursor;
      if (!cursor) {
        break;
      }
    }
  } catch (error) {
    log('order.catalogue_failed', {}, error);
  }

  return references;
}

/** @param {any} error Baileys puts the server's code into `data` */
const codeOf = (error) => Number(error?.data ?? error?.output?.statusCode ?? 0);
