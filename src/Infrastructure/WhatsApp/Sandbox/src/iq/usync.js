import { jidOf } from '../wire/jid.js';
import { child, children, node, result, seconds } from '../wire/node.js';

/**
 * @typedef {import('../wire/node.js').Node} Node
 * @typedef {import('../network/directory.js').Directory} Directory
 * @typedef {import('../network/account.js').Account} Account
 */

/** "Who is this, and which devices has she?" @param {Directory} directory @returns {Record<string, import('./queries.js').Handler>} */
export function usyncHandlers(directory) {
  return {
    'usync get': iq => {
      const usync = child(iq, 'usync');
      const query = child(usync, 'query')?.content;
      const wanted = new Set(Array.isArray(query) ? query.map(({ tag }) => tag) : []);
      const users = children(child(usync, 'list'), 'user').map(user => describe(directory, user, wanted));
      return result(iq, [node('usync', usync?.attrs, [node('list', {}, users)])]);
    },
  };
}

/** @param {Directory} directory @param {Node} user @param {Set<string>} wanted */
function describe(directory, user, wanted) {
  const jid = user.attrs.jid ?? `${textOf(child(user, 'contact')).replace(/\D/g, '')}@s.whatsapp.net`;
  const target = directory.resolve(jid);
  if (!target || (target.form === 'pn' && target.account.data.hidePhone)) {
    return node('user', { jid }, wanted.has('contact') ? [node('contact', { type: 'out' })] : []);
  }
  const answers = [
    wanted.has('contact') ? node('contact', { type: 'in' }) : undefined,
    wanted.has('devices') ? devicesOf(target.account) : undefined,
    // Asked by LID there is nothing to map.
    wanted.has('lid') && target.form === 'pn' ? node('lid', { val: jidOf(target.account, 'lid') }) : undefined,
  ];
  return node('user', { jid }, answers.filter(answer => answer !== undefined));
}

/** @param {Account} account */
function devicesOf(account) {
  const linked = [...account.devices.keys()].map(id => node('device', { id: `${id}`, 'key-index': `${id}` }));
  return node('devices', {}, [
    node('device-list', {}, [node('device', { id: '0' }), ...linked]),
    node('key-index-list', { ts: seconds() }),
  ]);
}

/** @param {Node | undefined} element */
function textOf(element) {
  const content = element?.content;
  return content === undefined || Array.isArray(content) ? '' : Buffer.from(content).toString();
}
