import { jidOf } from '../wire/jid.js';

/**
 * @typedef {import('./account.js').Account} Account
 * @typedef {import('./chat-log.js').LoggedMessage} LoggedMessage
 */

/** A message as the control API tells it. @param {Account} account @param {LoggedMessage} message */
export function shown(account, { peer, form, content, ...message }) {
  const [from, to] = message.direction === 'out' ? [account.number, peer] : [peer, account.number];
  return { ...message, from: `+${from}`, to: `+${to}` };
}

/** @param {Account} account */
export function phoneView(account) {
  const devices = [...account.devices.values()].map(({ data, connection }) => ({
    id: data.id,
    platform: data.platform,
    connected: !!connection?.isOpen,
    linkedAt: data.linkedAt,
  }));
  return { ...personView(account), devices, online: account.isOnline };
}

/** @param {Account} account */
export function customerView(account) {
  const { hidePhone, autoRead, addressing } = account.data;
  return { ...personView(account), hidePhone, autoRead, addressing };
}

/** @param {Account} account */
function personView(account) {
  return { number: `+${account.number}`, name: account.data.name, lid: jidOf(account, 'lid') };
}
