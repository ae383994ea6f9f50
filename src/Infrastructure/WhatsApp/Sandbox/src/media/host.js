import { once } from 'node:events';
import { createServer } from 'node:https';
import { sha256 } from './cipher.js';

const HOST = '127.0.0.1';
const MAX_UPLOAD = 64 << 20;

/**
 * The HTTPS host for media. Its port is asked for again after a restart, because messages carry the address.
 * @param {import('./tls.js').TlsIdentity} tls @param {number} port
 * @param {{ auth: string, faults: import('../network/faults.js').Faults, library: import('./library.js').MediaLibrary }} parts
 */
export async function startMediaHost({ cert, key }, port, parts) {
  const server = createServer({ cert, key }, (request, response) => {
    const answer = request.method === 'POST' ? upload(request, parts) : download(request, parts);
    answer.then(
      ({ status, body }) => response.writeHead(status, { 'content-length': body.length }).end(body),
      () => response.destroy(),
    );
  });
  await listen(server, port);
  return server;
}

/** @param {import('node:https').Server} server @param {number} port */
async function listen(server, port) {
  server.listen(port, HOST);
  try {
    await once(server, 'listening');
  } catch (error) {
    if (!port) {
      throw error;
    }
    await listen(server, 0);
  }
}

/** @typedef {{ status: number, body: Buffer }} Answer */

/** @param {import('node:http').IncomingMessage} request @param {Parameters<typeof startMediaHost>[2]} parts @returns {Promise<Answer>} */
async function upload(request, { auth, faults, library }) {
  const url = new URL(request.url ?? '/', `https://${HOST}`);
  const bytes = await read(request);
  if (faults.take('refuse_upload')) {
    return refuse(500);
  }
  if (url.searchParams.get('auth') !== auth) {
    return refuse(401);
  }
  if (!bytes || sha256(bytes).toString('base64url') !== url.pathname.split('/').pop()?.replace(/=+$/, '')) {
    return refuse(400);
  }
  const { url: address, directPath } = library.put(bytes);
  return { status: 200, body: Buffer.from(JSON.stringify({ url: address, direct_path: directPath })) };
}

/** @param {import('node:http').IncomingMessage} request @param {Parameters<typeof startMediaHost>[2]} parts @returns {Promise<Answer>} */
async function download(request, { faults, library }) {
  const body = faults.take('refuse_download') ? undefined : library.get(request.url ?? '');
  return body ? { status: 200, body } : refuse(404);
}

/** @param {number} status @returns {Answer} */
function refuse(status) {
  return { status, body: Buffer.from('{}') };
}

/** @param {import('node:http').IncomingMessage} request */
async function read(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= MAX_UPLOAD) {
      chunks.push(chunk);
    }
  }
  return size <= MAX_UPLOAD ? Buffer.concat(chunks) : undefined;
}
