import { child, node, refusal, result, SERVER } from '../wire/node.js';

/** @typedef {import('./queries.js').Handler} Handler */

/** @param {import('../network/devices.js').Devices} devices @returns {Record<string, Handler>} */
export function accountHandlers(devices) {
  return {
    'passive set': (iq, { connection }) => {
      connection.send(result(iq));
      return node('ib', { from: SERVER }, [node('offline_preview', { count: `${connection.device?.mailbox.entries.length ?? 0}` })]);
    },
    'md set remove-companion-device': (iq, { connection, device }) => {
      connection.send(result(iq));
      devices.unlink(device, 'device');
      return undefined;
    },
  };
}

/** What clients ask after the login and can do without. @type {Record<string, Handler>} */
export const settingsHandlers = {
  'w:p get': iq => result(iq),
  'abt get': iq => result(iq, [node('props')]),
  'blocklist get': iq => result(iq, [node('list')]),
  'privacy get': iq => result(iq, [node('privacy', {}, [node('category', { name: 'readreceipts', value: 'all' })])]),
  'privacy set tokens': iq => result(iq, [node('tokens')]),
  'w:stats set': iq => result(iq),
  'w:profile:picture get': iq => refusal(iq, 404, 'item-not-found'),
  'w:mex get': iq => result(iq, [node('result', {}, mexAnswer(iq))]),
};

/** The account is under no restriction. @param {import('../wire/node.js').Node} iq */
function mexAnswer(iq) {
  const data = { xwa2_fetch_account_reachout_timelock: { is_active: false }, xwa2_message_capping_info: {} };
  return Buffer.from(JSON.stringify(child(iq, 'query') ? { data } : { errors: [{ message: 'no query' }] }));
}
