import { proto, unpadRandomMax16 } from 'baileys';
import { jidOf } from '../wire/jid.js';
import { child, children, node, seconds } from '../wire/node.js';
import { applyProtocolMessage } from './changes.js';
import { describe, encodeContent } from './content.js';

/**
 * @typedef {import('../wire/node.js').Node} Node
 * @typedef {import('./account.js').Account} Account
 * @typedef {import('./device.js').LinkedDevice} LinkedDevice
 * @typedef {NonNullable<ReturnType<import('./directory.js').Directory['resolve']>>} Target
 */

/** Messages that a linked device sends: to simulated handsets, which decrypt them, and to other linked devices. */
export class Inbound {
  /** @param {import('./directory.js').Directory} directory @param {import('./receipts.js').Receipts} receipts @param {import('./retries.js').Retries} retries @param {import('../media/library.js').MediaLibrary} library */
  constructor(directory, receipts, retries, library) {
    this.directory = directory;
    this.receipts = receipts;
    this.retries = retries;
    this.library = library;
  }

  /** @param {LinkedDevice} device @param {Node} stanza @returns {Promise<() => void>} what to do once the sender has its ack */
  async accept(device, stanza) {
    const to = this.directory.resolve(stanza.attrs.to);
    if (!to) {
      return () => {};
    }
    const chat = this.directory.resolve(stanza.attrs.recipient) ?? to;
    /** @type {Target[]} */
    const readers = [];
    await Promise.all(
      copiesOf(stanza).map(async ({ jid, enc }) => {
        const target = this.directory.resolve(jid);
        if (target && (await this.#deliver(device, stanza, enc, target, chat))) {
          readers.push(target);
        }
      }),
    );
    return () => readers.forEach(reader => this.#confirm(device, reader, stanza.attrs.id, to.form));
  }

  /** @param {LinkedDevice} device @param {Node} stanza @param {Node} enc @param {Target} target @param {Target} chat */
  async #deliver(device, stanza, enc, target, chat) {
    if (target.device) {
      this.#relay(device, stanza, enc, target, chat);
      return false;
    }
    return this.#read(device, stanza, enc, target.account, chat);
  }

  /** To another linked device, unread. @param {LinkedDevice} device @param {Node} stanza @param {Node} enc @param {Target} target @param {Target} chat */
  #relay(device, stanza, enc, target, chat) {
    const own = target.account === device.account;
    const attrs = {
      id: stanza.attrs.id,
      type: stanza.attrs.type,
      t: seconds(),
      from: jidOf(device.account, target.form, device.id),
      notify: device.account.data.name,
      recipient: own ? jidOf(chat.account, chat.form) : undefined,
    };
    const identity = children(stanza, 'device-identity');
    target.account.devices.get(target.device)?.mailbox.post(node('message', attrs, [enc, ...identity]));
  }

  /** @param {LinkedDevice} device @param {Node} stanza @param {Node} enc @param {Account} reader @param {Target} chat */
  async #read(device, stanza, enc, reader, chat) {
    try {
      const padded = await reader.signal.decrypt(device.peer, enc.attrs.type, Buffer.from(/** @type {Uint8Array} */ (enc.content)));
      this.#show(device, stanza, proto.Message.decode(unpadRandomMax16(padded)), reader, chat);
      return true;
    } catch {
      this.retries.ask(reader, device, stanza, chat.account);
      return false;
    }
  }

  /** @param {LinkedDevice} device @param {Node} stanza @param {proto.IMessage} message @param {Account} reader @param {Target} chat */
  #show(device, stanza, message, reader, chat) {
    const sent = message.deviceSentMessage;
    const content = sent?.message ?? message;
    const own = reader === device.account;
    const peer = own ? (this.directory.resolve(sent?.destinationJid ?? undefined) ?? chat).account : device.account;
    if (stanza.attrs.category === 'peer' || applyProtocolMessage(content, reader)) {
      return;
    }
    const description = describe(content);
    Object.assign(description.media ?? {}, this.library.receive(content));
    reader.log.add({
      ...description,
      id: stanza.attrs.id,
      direction: own ? 'out' : 'in',
      peer: peer.number,
      form: chat.form,
      content: encodeContent(content),
      status: own ? 'server' : 'delivered',
    });
  }

  /** @param {LinkedDevice} device @param {Target} reader @param {string} id @param {import('../wire/jid.js').Form} form */
  #confirm(device, { account }, id, form) {
    if (account === device.account) {
      return;
    }
    this.receipts.fromHandset(account, device.account, [id], 'delivered', form);
    if (account.data.autoRead) {
      this.receipts.fromHandset(account, device.account, [id], 'read', form);
    }
  }
}

/** A message holds one copy per device, or, when it is sent again to one device, just that one. @param {Node} stanza */
function copiesOf(stanza) {
  const copies = children(child(stanza, 'participants'), 'to').map(to => ({ jid: to.attrs.jid, enc: child(to, 'enc') }));
  const single = { jid: stanza.attrs.to, enc: child(stanza, 'enc') };
  return /** @type {{ jid: string, enc: Node }[]} */ ([...copies, single].filter(copy => copy.enc));
}
