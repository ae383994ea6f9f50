import { Refusal } from '../refusal.js';
import { customerView } from '../network/view.js';
import { number, oneOf, optionalFlag, optionalText, text } from './input.js';
import { listMessages } from './messages.js';
import { buildMessages } from './outgoing.js';
import { find } from './people.js';

/** The vendors' customers. @param {import('../network/network.js').Network} network @returns {Record<string, import('./server.js').Route>} */
export function customerRoutes(network) {
  const { directory, handsets, presence, receipts, recent, store } = network;
  /** @param {string} value */
  const customer = value => find(directory, value, 'customer');
  return {
    'GET /customers': () => directory.list('customer').map(customerView),
    'POST /customers': async ({ body }) => {
      const account = directory.register(number(body.number, 'number'), 'customer', profileOf(body));
      await store.commit();
      return customerView(account);
    },
    'POST /customers/{number}/send': async ({ params, body }) => {
      const from = customer(params[0]);
      const to = find(directory, body.to);
      const ids = [];
      for (const message of await buildMessages(network, from, to, body)) {
        ids.push(await handsets.send(from, to, message));
      }
      await store.commit();
      return ids.length > 1 || body.texts !== undefined ? { id: ids[0], ids } : { id: ids[0] };
    },
    'GET /customers/{number}/messages': request => listMessages(customer(request.params[0]), request),
    'POST /customers/{number}/read': async ({ params, body }) => {
      const reader = customer(params[0]);
      const sender = find(directory, body.with);
      receipts.open(reader, sender, optionalFlag(body, 'played') ?? false);
      await store.commit();
      return {};
    },
    'POST /customers/{number}/typing': ({ params, body }) => {
      const state = oneOf(body.state, 'state', /** @type {const} */ (['composing', 'recording', 'paused']));
      presence.type(customer(params[0]), find(directory, body.to), state);
      return {};
    },
    'POST /customers/{number}/resend': async ({ params, body }) => {
      if (!recent.deliverAgain(customer(params[0]).number, text(body, 'id'))) {
        throw new Refusal(404, 'unknown_message', 'The network no longer has this message.');
      }
      await store.commit();
      return {};
    },
  };
}

/** @param {import('./input.js').Body} body @returns {import('../network/directory.js').Profile} */
function profileOf(body) {
  const addressing = body.addressing === undefined ? undefined : oneOf(body.addressing, 'addressing', /** @type {const} */ (['lid', 'pn']));
  return { name: optionalText(body, 'name'), hidePhone: optionalFlag(body, 'hidePhone'), autoRead: optionalFlag(body, 'autoRead'), addressing };
}
