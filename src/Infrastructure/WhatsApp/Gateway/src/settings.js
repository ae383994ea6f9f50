import { ProtocolError } from './protocol.js';

/**
 * @typedef {object} Settings
 * @property {string} socket
 * @property {string} secret
 * @property {number} process
 * @property {string | null} serverUrl
 * @property {Buffer | null} rootKey
 * @property {[number, number, number] | null} webVersion
 * @property {number} connectingAtOnce
 * @property {number} connectGapMs
 * @property {number} evidenceMs
 */

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Settings}
 */
export function readSettings(env) {
  if (env.WASAAS_ROOT_KEY && !env.WASAAS_SERVER_URL) {
    refuse('WASAAS_ROOT_KEY needs WASAAS_SERVER_URL: the real server has only its own root');
  }

  return {
    socket: required(env, 'WASAAS_SOCKET'),
    secret: required(env, 'WASAAS_SECRET'),
    process: Number(env.WASAAS_PROCESS ?? 0),
    serverUrl: loopback(env.WASAAS_SERVER_URL),
    rootKey: rootKey(env.WASAAS_ROOT_KEY),
    webVersion: webVersion(env.WASAAS_WEB_VERSION),
    connectingAtOnce: count(env.WASAAS_CONNECTING, 10),
    connectGapMs: count(env.WASAAS_CONNECT_GAP_MS, 50),
    evidenceMs: count(env.WASAAS_EVIDENCE_MS, 45_000),
  };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 */
function required(env, name) {
  return env[name] || refuse(`${name} is not set`);
}

/**
 * Another server than WhatsApp's is for trying and tests; with a foreign root it could read everything,
 * so it has to be on this machine.
 * @param {string | undefined} text
 */
function loopback(text) {
  if (!text) {
    return null;
  }

  const { hostname, protocol } = new URL(text);
  const local = hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
  return local && /^wss?:$/.test(protocol) ? text : refuse('WASAAS_SERVER_URL must be a WebSocket URL on loopback');
}

/**
 * @param {string | undefined} text
 * @param {number} otherwise
 */
function count(text, otherwise) {
  const value = Number(text || otherwise);
  return Number.isInteger(value) && value > 0 ? value : refuse('WASAAS_CONNECTING, WASAAS_CONNECT_GAP_MS and WASAAS_EVIDENCE_MS must be whole numbers above 0');
}

/** @param {string | undefined} text */
function rootKey(text) {
  if (!text) {
    return null;
  }

  return /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : refuse('WASAAS_ROOT_KEY must be 64 hex digits');
}

/**
 * @param {string | undefined} text
 * @returns {[number, number, number] | null}
 */
export function webVersion(text) {
  if (!text) {
    return null;
  }

  const match = /^(\d+)\.(\d+)\.(\d+)$/.exec(text) ?? refuse('the version of WhatsApp Web must be three numbers with dots');
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

/**
 * @param {string} message
 * @returns {never}
 */
function refuse(message) {
  throw new ProtocolError('bad_settings', message);
}
