import { encodeBigEndian, extractE2ESessionFromRetryReceipt } from 'baileys';
import { bundleNodes } from '../signal/bundle.js';
import { jidOf } from '../wire/jid.js';
import { child, node, seconds } from '../wire/node.js';
import { decodeContent } from './content.js';

const MAX_ATTEMPTS = 5;
const COUNTERS_KEPT = 5000;

/**
 * @typedef {import('../wire/node.js').Node} Node
 * @typedef {import('./account.js').Account} Account
 * @typedef {import('./device.js').LinkedDevice} LinkedDevice
 */

/** Heals messages that could not be decrypted, in both directions. */
export class Retries {
  /** @type {Map<string, number>} */ #asked = new Map();

  /** @param {import('./handset.js').Handsets} handsets @param {import('./directory.js').Directory} directory */
  constructor(handsets, directory) {
    this.handsets = handsets;
    this.directory = directory;
  }

  /** A handset could not read a linked device's message. @param {Account} reader @param {LinkedDevice} device @param {Node} message @param {Account} chat */
  ask(reader, device, message, chat) {
    const { id, t } = message.attrs;
    const count = this.#count(`${reader.number}:${device.account.number}:${device.id}:${id}`);
    if (count > MAX_ATTEMPTS) {
      return;
    }
    const own = reader === device.account;
    const attrs = { id, type: 'retry', t: seconds(), from: jidOf(reader, chat.form), recipient: own ? jidOf(chat, chat.form) : undefined };
    const details = [
      node('retry', { count: `${count}`, id, t: t ?? seconds(), v: '1' }),
      node('registration', {}, encodeBigEndian(reader.data.signal.registrationId)),
    ];
    const keys = count > 1 ? [node('keys', {}, bundleNodes(reader.signal.issueBundle()).slice(1))] : [];
    device.mailbox.post(node('receipt', attrs, [...details, ...keys]));
  }

  /** A linked device could not read something. @param {LinkedDevice} device @param {Node} receipt */
  async answer(device, receipt) {
    const target = this.directory.resolve(receipt.attrs.to);
    if (!target) {
      return;
    }
    if (target.device) {
      const author = target.account.devices.get(target.device);
      author?.mailbox.post({ ...receipt, attrs: { ...receipt.attrs, from: jidOf(device.account, target.form, device.id) } });
      return;
    }
    await this.#resend(target.account, device, receipt);
  }

  /** @param {Account} author @param {LinkedDevice} device @param {Node} receipt */
  async #resend(author, device, receipt) {
    const logged = author.log.find(receipt.attrs.id);
    const attempt = Number(child(receipt, 'retry')?.attrs.count ?? 1);
    const chat = logged && this.directory.accounts.get(logged.peer);
    if (!chat || logged.direction !== 'out' || attempt > MAX_ATTEMPTS) {
      return;
    }
    const bundle = extractE2ESessionFromRetryReceipt(receipt) ?? undefined;
    await this.handsets.deliver(author, device, logged.id, decodeContent(logged.content), chat, { attempt, bundle });
  }

  /** @param {string} key */
  #count(key) {
    const count = (this.#asked.get(key) ?? 0) + 1;
    this.#asked.set(key, count);
    if (this.#asked.size > COUNTERS_KEPT) {
      this.#asked.delete(/** @type {string} */ (this.#asked.keys().next().value));
    }
    return count;
  }
}
