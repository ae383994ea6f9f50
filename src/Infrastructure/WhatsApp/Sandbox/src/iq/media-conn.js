import { node, result } from '../wire/node.js';

const TTL_SECONDS = 3600;

/** Where media goes. @param {() => { host: string, auth: string }} media @returns {Record<string, import('./queries.js').Handler>} */
export function mediaHandlers(media) {
  return {
    'w:m set': iq => {
      const { auth, host } = media();
      const hosts = [node('host', { hostname: host, maxContentLengthBytes: `${64 << 20}` })];
      return result(iq, [node('media_conn', { auth, ttl: `${TTL_SECONDS}`, max_buckets: '12' }, hosts)]);
    },
  };
}
