import { Refusal } from '../refusal.js';
import { phoneView } from '../network/view.js';
import { number, optionalNumber, optionalText, text } from './input.js';
import { listMessages } from './messages.js';
import { find } from './people.js';

/** The vendors' phones. @param {import('../network/network.js').Network} network @returns {Record<string, import('./server.js').Route>} */
export function phoneRoutes(network) {
  const { directory, devices, handsets, pairing, store } = network;
  /** @param {string} value */
  const phone = value => find(directory, value, 'phone');
  return {
    'GET /phones': () => directory.list('phone').map(phoneView),
    'POST /phones': async ({ body }) => {
      const account = directory.register(number(body.number, 'number'), 'phone', { name: optionalText(body, 'name') });
      await store.commit();
      return phoneView(account);
    },
    'GET /phones/{number}': ({ params }) => phoneView(phone(params[0])),
    'POST /phones/{number}/scan': async ({ params, body }) => ({ device: (await pairing.scan(phone(params[0]), text(body, 'qr'))).id }),
    'POST /phones/{number}/pair': async ({ params, body }) => ({ device: (await pairing.enterCode(phone(params[0]), text(body, 'code'))).id }),
    'POST /phones/{number}/unlink': async ({ params, body }) => {
      const account = phone(params[0]);
      const id = optionalNumber(body, 'device', 1, 1e6);
      const chosen = [...account.devices.values()].filter(device => id === undefined || device.id === id);
      if (id !== undefined && !chosen.length) {
        throw new Refusal(404, 'no_device', 'This device is not linked.');
      }
      chosen.forEach(device => devices.unlink(device, 'phone'));
      await store.commit();
      return phoneView(account);
    },
    'POST /phones/{number}/send': async ({ params, body }) => {
      const account = phone(params[0]);
      const id = await handsets.send(account, find(directory, body.to), { conversation: text(body, 'text') });
      await store.commit();
      return { id };
    },
    'GET /phones/{number}/messages': request => listMessages(phone(request.params[0]), request),
  };
}
