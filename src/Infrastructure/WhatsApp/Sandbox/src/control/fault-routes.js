import { Refusal } from '../refusal.js';
import { node, streamError } from '../wire/node.js';
import { oneOf, optionalNumber } from './input.js';
import { find } from './people.js';

/**
 * @typedef {import('../network/network.js').Network} Network
 * @typedef {import('../network/account.js').Account | undefined} Whom undefined = everyone
 * @typedef {(network: Network, whom: Whom, setting: import('../network/faults.js').Setting) => void} Fault
 */

/** @param {Network} network @param {Whom} whom */
const connectionsOf = ({ connections }, whom) => [...connections].filter(({ device }) => !whom || device?.account === whom);

/** @param {string} kind @param {number} [count] used up after this many, unless the caller says otherwise @returns {Fault} */
const armed = (kind, count) => ({ faults }, whom, setting) => faults.arm(kind, whom?.number, { ...setting, count: setting.count ?? count });

/** Also ends the connections there are. @param {string} kind @param {number} code @returns {Fault} */
const refused = (kind, code) => (network, whom, setting) => {
  armed(kind)(network, whom, setting);
  connectionsOf(network, whom).forEach(connection => connection.closeWith(node('failure', { reason: `${code}` })));
};

/** @type {Record<string, Fault>} */
const FAULTS = {
  drop: (network, whom) => connectionsOf(network, whom).forEach(connection => connection.cut()),
  drop_after_send: armed('drop_after_send', 1),
  delay: (network, whom, setting) => {
    armed('delay')(network, whom, setting);
    connectionsOf(network, whom).forEach(connection => (connection.delay = setting.ms ?? 0));
  },
  duplicate: armed('duplicate', 1),
  replace: (network, whom) => {
    const replaced = streamError(440, [node('conflict', { type: 'replaced' })]);
    connectionsOf(network, whom).forEach(connection => connection.closeWith(replaced));
  },
  logout: ({ devices, directory }, whom) => {
    const accounts = whom ? [whom] : directory.list('phone');
    accounts.flatMap(account => [...account.devices.values()]).forEach(device => devices.unlink(device, 'network'));
  },
  end: (network, whom, setting) => connectionsOf(network, whom).forEach(connection => connection.closeWith(streamError(setting.code ?? 500))),
  refuse_login: (network, whom, setting) => {
    const code = setting.code ?? 500;
    armed('refuse_login')(network, whom, { ...setting, code });
    connectionsOf(network, whom).forEach(connection => connection.closeWith(node('failure', { reason: `${code}` })));
  },
  deaf: armed('deaf'),
  ban: refused('ban', 403),
  too_old: refused('too_old', 405),
  unavailable: refused('unavailable', 503),
  refuse_upgrade: armed('refuse_upgrade', 1),
  silent: (network, whom, setting) => {
    armed('silent')(network, whom, setting);
    connectionsOf(network, whom).forEach(connection => (connection.silent = true));
  },
  refuse_send: armed('refuse_send'),
  refuse_upload: armed('refuse_upload', 1),
  refuse_download: armed('refuse_download', 1),
  forget_file: armed('forget_file', 1),
  phone_off: armed('phone_off', 1),
  clear: (network, whom) => {
    network.faults.clear(whom?.number);
    connectionsOf(network, whom).forEach(connection => Object.assign(connection, { delay: 0, silent: false }));
  },
};

const KINDS = Object.keys(FAULTS);
// These happen before the network knows who is calling.
const ANONYMOUS = ['refuse_upgrade', 'refuse_upload', 'refuse_download'];

/** @param {Network} network @returns {Record<string, import('./server.js').Route>} */
export function faultRoutes(network) {
  return {
    'POST /faults': async ({ body }) => {
      const kind = oneOf(body.kind, 'kind', KINDS);
      const whom = body.phone === undefined ? undefined : find(network.directory, body.phone);
      if (whom && ANONYMOUS.includes(kind)) {
        throw new Refusal(400, 'invalid', `${kind} cannot be limited to one phone.`);
      }
      FAULTS[kind](network, whom, {
        ms: optionalNumber(body, 'ms', 0, 600_000),
        count: optionalNumber(body, 'count', 1, 1_000_000),
        code: optionalNumber(body, 'code', 400, 599),
        minimum: optionalNumber(body, 'minimum', 1, 1e12),
      });
      await network.store.commit();
      return {};
    },
  };
}
