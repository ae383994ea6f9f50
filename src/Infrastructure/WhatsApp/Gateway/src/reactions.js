/**
 * What to do when WhatsApp's server ended a connection.
 *
 * @typedef {{ action: 'restart' } | { action: 'retry', reason: string }
 *   | { action: 'stop', state: string, reason: string, forget: boolean }} Reaction `forget`: the credentials are worthless
 */

/** @type {Record<number, Reaction>} */
const FINAL = {
  401: { action: 'stop', state: 'logged_out', reason: 'unlinked', forget: true },
  402: { action: 'stop', state: 'restricted', reason: 'temporary_ban', forget: false },
  403: { action: 'stop', state: 'restricted', reason: 'forbidden', forget: false },
  405: { action: 'stop', state: 'failed', reason: 'client_too_old', forget: false },
  406: { action: 'stop', state: 'restricted', reason: 'permanent_ban', forget: false },
  411: { action: 'stop', state: 'logged_out', reason: 'multidevice_mismatch', forget: true },
  // Two owners that both reconnect would replace each other for ever.
  440: { action: 'stop', state: 'replaced', reason: 'another_connection', forget: false },
};

/** @type {Record<number, string>} */
const TRANSIENT = { 408: 'timed_out', 428: 'connection_closed', 500: 'stream_error', 503: 'unavailable' };

const RESTART_REQUIRED = 515;
const TIMED_OUT = 408;
const MAX_UNPAIRED_LOSSES = 5;
// One belongs to each pairing; a server that asks again and again is waited out like any other loss.
const MAX_RESTARTS = 3;

/**
 * @param {number | null} code
 * @param {{ paired: boolean, codeShown: boolean, losses: number, restarts: number }} session
 * @returns {Reaction}
 */
export function react(code, { paired, codeShown, losses, restarts }) {
  if (code === RESTART_REQUIRED) {
    return restarts < MAX_RESTARTS ? { action: 'restart' } : { action: 'retry', reason: 'restart_required' };
  }

  if (!paired && codeShown && code === TIMED_OUT) {
    return { action: 'stop', state: 'expired', reason: 'nobody_scanned', forget: true };
  }

  if (!paired && losses >= MAX_UNPAIRED_LOSSES) {
    return { action: 'stop', state: 'failed', reason: 'no_connection', forget: true };
  }

  return FINAL[code ?? 0] ?? { action: 'retry', reason: TRANSIENT[code ?? 0] ?? 'connection_lost' };
}

/** So many losses in a row are no hiccup any more: the vendor is told, the attempts go on. */
export const LASTING_LOSSES = 5;

const UNAVAILABLE = 503;

/**
 * 1 s doubling to 60 s, for a server that says it is overloaded 5 s doubling to 5 min; the jitter keeps many sessions
 * from coming back in the same moment.
 * @param {number} losses from 1
 * @param {number | null} code
 * @param {number} [random]
 */
export function backoffMs(losses, code, random = Math.random()) {
  const [first, longest] = code === UNAVAILABLE ? [5_000, 300_000] : [1_000, 60_000];
  const full = Math.min(longest, first * 2 ** (losses - 1));
  return Math.round(full * (0.5 + random / 2));
}
