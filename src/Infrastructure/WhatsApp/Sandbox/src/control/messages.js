import { Refusal } from '../refusal.js';
import { shown } from '../network/view.js';
import { number } from './input.js';

const MAX_WAIT_SECONDS = 60;

/** What the screen of a handset shows. @param {import('../network/account.js').Account} account @param {import('./server.js').Request} request */
export async function listMessages(account, { query, gone }) {
  const asked = query.get('with');
  const peer = asked === null ? undefined : number(asked.trim(), 'with');
  const after = count(query, 'after');
  const until = Date.now() + Math.min(count(query, 'wait'), MAX_WAIT_SECONDS) * 1000;
  while (!account.log.list(peer, after).length && Date.now() < until && !gone.aborted) {
    await account.log.nextChange(until - Date.now());
  }
  const messages = account.log.list(peer, after);
  const typing = peer !== undefined && account.log.isTyping(peer);
  return { messages: messages.map(message => shown(account, message)), next: messages.at(-1)?.n ?? after, typing };
}

/** @param {URLSearchParams} query @param {string} field */
function count(query, field) {
  const value = Number(query.get(field) ?? 0);
  if (!(value >= 0)) {
    throw new Refusal(400, 'invalid', `${field} must be a number.`);
  }
  return value;
}
