import { createServer } from 'node:http';
import { Refusal } from '../refusal.js';

const MAX_BODY = 1 << 20;

/**
 * @typedef {{ params: string[], query: URLSearchParams, body: import('./input.js').Body, response: import('node:http').ServerResponse,
 *   gone: AbortSignal }} Request
 * @typedef {(request: Request) => unknown} Route undefined = the route answers by itself
 */

/** JSON over HTTP. Routes are `METHOD /path/{parameter}`. @param {Record<string, Route>} routes */
export function createControlServer(routes) {
  const table = Object.entries(routes).map(([pattern, route]) => ({ matcher: toMatcher(pattern), route }));
  return createServer((request, response) => {
    handle(table, request, response).catch(error => refuse(response, error));
  });
}

/** @param {string} pattern */
function toMatcher(pattern) {
  return new RegExp(`^${pattern.replace(/\{\w+\}/g, '([^/]+)')}$`);
}

/**
 * @param {{ matcher: RegExp, route: Route }[]} table @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function handle(table, request, response) {
  if (request.headers.origin) {
    throw new Refusal(400, 'browser', 'The sandbox is not for web pages.');
  }
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const asked = `${request.method} ${url.pathname}`;
  const found = table.find(({ matcher }) => matcher.test(asked));
  if (!found) {
    throw new Refusal(404, 'not_found', 'There is no such call.');
  }
  const params = (found.matcher.exec(asked) ?? []).slice(1).map(decodeURIComponent);
  const closed = new AbortController();
  response.on('close', () => closed.abort());
  const body = await readBody(request);
  const answer = await found.route({ params, query: url.searchParams, body, response, gone: closed.signal });
  if (answer !== undefined) {
    respond(response, 200, answer);
  }
}

/** @param {import('node:http').IncomingMessage} request @returns {Promise<import('./input.js').Body>} */
async function readBody(request) {
  /** @type {Buffer[]} */
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_BODY) {
      throw new Refusal(400, 'too_large', 'The body is too large.');
    }
  }
  return parse(Buffer.concat(chunks).toString());
}

/** @param {string} text */
function parse(text) {
  try {
    const value = text ? JSON.parse(text) : {};
    if (value && typeof value === 'object' && !Array.isArray(value)) {
      return value;
    }
  } catch {
    // Answered below, like a value that is no object.
  }
  throw new Refusal(400, 'invalid_json', 'The body must be a JSON object.');
}

/** @param {import('node:http').ServerResponse} response @param {unknown} error */
function refuse(response, error) {
  const known = error instanceof Refusal;
  const { status, code, message } = known ? error : { status: 500, code: 'failed', message: 'The sandbox failed.' };
  respond(response, status, { error: { code, message } });
}

/** @param {import('node:http').ServerResponse} response @param {number} status @param {unknown} value */
function respond(response, status, value) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}
