import { bundleNodes, parseSignedPreKey, parseUpload } from '../signal/bundle.js';
import { child, children, node, refusal, result } from '../wire/node.js';

/**
 * @param {import('../network/directory.js').Directory} directory @param {import('../storage/store.js').Store} store
 * @returns {Record<string, import('./queries.js').Handler>}
 */
export function preKeyHandlers(directory, store) {
  return {
    'encrypt get count': (iq, { device }) => result(iq, [node('count', { value: `${device.data.preKeys.length}` })]),
    'encrypt get digest': iq => result(iq, [node('digest')]),
    'encrypt get key': iq => {
      const users = children(child(iq, 'key'), 'user').map(user => bundleFor(directory, user.attrs.jid));
      return result(iq, [node('list', {}, users)]);
    },
    'encrypt set rotate': async (iq, { device }) => {
      device.data.signedPreKey = parseSignedPreKey(child(child(iq, 'rotate'), 'skey'));
      device.save();
      await store.commit();
      return result(iq);
    },
    'encrypt set': async (iq, { device }) => {
      const upload = parseUpload(iq);
      if (!upload.identityKey.equals(device.data.identityKey)) {
        return refusal(iq, 406, 'not-acceptable');
      }
      device.acceptUpload(upload);
      await store.commit();
      return result(iq);
    },
  };
}

/** @param {import('../network/directory.js').Directory} directory @param {string} jid */
function bundleFor(directory, jid) {
  const target = directory.resolve(jid);
  const device = target?.account.devices.get(target.device);
  if (!target || (target.device && !device)) {
    return node('user', { jid }, [node('error', { code: '404', text: 'item-not-found' })]);
  }
  return node('user', { jid }, bundleNodes(device ? device.takeBundle() : target.account.signal.issueBundle()));
}
