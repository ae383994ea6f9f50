import { randomBytes } from 'node:crypto';
import { bytesOf, child, node, refusal, result } from '../wire/node.js';

/**
 * @typedef {import('../network/account.js').Account} Account
 * @typedef {{ id: string, name: string, quantity: number, price: number, reference?: string }} Item
 */

/** The vendors' catalogues inside WhatsApp, as far as carts were made from them. A restart forgets the references. */
export class Catalogue {
  /** @type {Map<string, Map<string, Item>>} vendor's number → article's id → article */ #articles = new Map();

  /** A cart: who holds its token may read it. @param {Account} vendor @param {any[]} articles */
  order(vendor, articles) {
    const known = this.#articles.get(vendor.number) ?? new Map();
    this.#articles.set(vendor.number, known);
    const items = articles.map(({ name, quantity, price, reference }, index) => {
      const id = `90${randomBytes(4).readUInt32BE()}${index}`;
      const item = { id, name: `${name}`, quantity: Number(quantity ?? 1), price: Number(price ?? 0), reference: reference && `${reference}` };
      known.set(id, item);
      return item;
    });
    return { orderId: `${randomBytes(6).readUIntBE(0, 6)}`, token: Buffer.from(JSON.stringify(items)).toString('base64') };
  }

  /** @param {Account} vendor @returns {Item[]} */
  of(vendor) {
    return [...(this.#articles.get(vendor.number)?.values() ?? [])];
  }
}

/** @param {Catalogue} catalogue @returns {Record<string, import('./queries.js').Handler>} */
export function catalogueHandlers(catalogue) {
  return {
    'fb:thrift_iq get order': iq => {
      const items = itemsOf(bytesOf(child(iq, 'order'), 'token'));
      return items ? result(iq, [node('order', {}, [...items.map(item => article(item, ['quantity', item.quantity])), total(items)])]) : refusal(iq, 404, 'item-not-found');
    },
    'w:biz:catalog get product_catalog': (iq, { device }) =>
      result(iq, [node('product_catalog', {}, catalogue.of(device.account).map(item => article(item, ['retailer_id', item.reference])))]),
  };
}

/** @param {Buffer | undefined} token @returns {Item[] | undefined} */
function itemsOf(token) {
  try {
    return JSON.parse(Buffer.from(`${token}`, 'base64').toString());
  } catch {
    return undefined;
  }
}

/** @param {Item} item @param {[string, string | number | undefined]} detail */
function article({ id, name, price }, detail) {
  const fields = [['id', id], ['name', name], ['price', price * 1000], ['currency', 'XOF'], detail];
  return node('product', {}, fields.filter(([, value]) => value !== undefined).map(([tag, value]) => node(`${tag}`, {}, Buffer.from(`${value}`))));
}

/** @param {Item[]} items */
function total(items) {
  const sum = items.reduce((all, { price, quantity }) => all + price * quantity * 1000, 0);
  return node('price', {}, [node('total', {}, Buffer.from(`${sum}`)), node('currency', {}, Buffer.from('XOF'))]);
}
