import { AsyncLocalStorage } from 'node:async_hooks';

/** @typedef {{ messageId: string, content: string, recorded: boolean }} Sending */

/** @type {AsyncLocalStorage<Sending>} */
const current = new AsyncLocalStorage();

/**
 * Runs a send so that the ratchet steps inside know which message they belong to. The first one is committed
 * together with the message: the host can then tell "never left" from "may have left".
 *
 * @template T
 * @param {Sending} sending
 * @param {() => Promise<T>} work
 */
export const whileSending = (sending, work) => current.run(sending, work);

/** @returns {import('./protocol.js').SentRow[] | undefined} what the next ratchet step has to record */
export function takeSentRow() {
  const sending = current.getStore();
  if (!sending || sending.recorded) {
    return undefined;
  }

  sending.recorded = true;
  return [{ messageId: sending.messageId, content: sending.content }];
}
