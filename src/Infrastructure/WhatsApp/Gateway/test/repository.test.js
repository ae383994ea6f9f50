import '../src/quiet.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CUSTOMER, customer, introduce, pad, unpad, vendor } from './support/parties.js';
import { Store } from './support/store.js';
import { whileSending } from '../src/sending.js';

const MESSAGES = 100;

test('a hundred messages answered at once are all readable on both sides over a slow store', async () => {
  const seller = vendor(new Store(5));
  const buyer = customer();
  await introduce(seller, buyer);
  await buyer.read(await answerTo(seller, await buyer.write('first')));

  const questions = [];
  for (let n = 0; n < MESSAGES; n++) {
    questions.push(await buyer.write(`question ${n}`));
  }

  /** @type {Promise<import('./support/parties.js').Sealed>[]} */
  const replies = [];
  const received = [];
  for (const [n, question] of questions.entries()) {
    received.push(unpad(await seller.receive(question)));
    replies.push(seller.reply(`answer ${n}`));
  }

  const read = [];
  for (const reply of await Promise.all(replies)) {
    read.push(await buyer.read(reply));
  }

  assert.deepEqual(received, numbered('question'));
  assert.deepEqual(read, numbered('answer'));
});

test('a message delivered again is answered from memory without a second row', async () => {
  const store = new Store();
  const seller = vendor(store);
  const buyer = customer();
  await introduce(seller, buyer);
  const sealed = await buyer.write('hello');

  const first = await seller.receive(sealed, { id: 'A1' });
  const again = await seller.receive({ ...sealed, ciphertext: Buffer.from(sealed.ciphertext) }, { id: 'A1' });

  assert.equal(unpad(first), 'hello');
  assert.deepEqual(again, Buffer.from(first));
  assert.equal(store.journal.size, 1);
});

test('a message delivered again after a restart is answered from the journal of the host', async () => {
  const store = new Store();
  const before = vendor(store);
  const buyer = customer();
  await introduce(before, buyer);
  const sealed = await buyer.write('hello');
  await before.receive(sealed, { id: 'A1' });

  const after = vendor(store, { creds: before.creds });
  assert.equal(unpad(await after.receive(sealed, { id: 'A1' })), 'hello');
  assert.deepEqual(store.messages.map(({ id, text }) => [id, text]), [['A1', 'hello']]);
});

test('a crash before the commit leaves the message readable', async () => {
  const store = new Store();
  const before = vendor(store);
  const buyer = customer();
  await introduce(before, buyer);
  const sealed = await buyer.write('hello');
  store.refuses = new Error('the host is gone');
  await assert.rejects(before.receive(sealed, { id: 'A1' }), /host is gone/);

  store.refuses = null;
  const after = vendor(store, { creds: before.creds });
  assert.equal(unpad(await after.receive(sealed, { id: 'A1' })), 'hello');
  assert.deepEqual(store.messages.map(({ text }) => text), ['hello']);
});

test('the ratchet step, the used pre-key and the message stand in one commit', async () => {
  const store = new Store();
  const seller = vendor(store);
  const buyer = customer();
  await introduce(seller, buyer);
  store.commits.length = 0;

  await seller.receive(await buyer.write('hello'), { id: 'A1' });

  assert.equal(store.commits.length, 1);
  const [{ set, journal }] = store.commits;
  assert.deepEqual(set.map((/** @type {any} */ write) => write.type).sort(), ['identity-key', 'pre-key', 'session']);
  assert.deepEqual(journal[0].message, {
    id: 'A1', chat: CUSTOMER, chatAlt: null, fromMe: false, pushName: 'Awa', timestamp: 1700000000, kind: 'text', text: 'hello',
  });
});

test('the first ratchet step of a send records the message, the following ones do not', async () => {
  const store = new Store();
  const seller = vendor(store);
  const buyer = customer();
  await introduce(seller, buyer);
  await seller.receive(await buyer.write('hello'));
  store.commits.length = 0;

  await whileSending({ messageId: 'OUT1', content: 'AAAA', recorded: false }, async () => {
    await seller.reply('one device');
    await seller.reply('another device');
  });

  assert.deepEqual(store.commits.map(({ sent }) => sent), [[{ messageId: 'OUT1', content: 'AAAA' }], undefined]);
  assert.deepEqual(store.commits.map(({ set }) => set.length), [1, 1]);
});

test('two vendors with the same customer in one process do not mix their steps', async () => {
  const stores = [new Store(3), new Store(1)];
  const sellers = stores.map((store) => vendor(store));
  const buyers = [customer(), customer()];
  for (const [n, seller] of sellers.entries()) {
    await introduce(seller, /** @type {any} */ (buyers[n]));
  }

  await Promise.all(sellers.map(async (seller, n) => {
    for (let round = 0; round < 20; round++) {
      const sealed = await /** @type {any} */ (buyers[n]).write(`${n}-${round}`);
      assert.equal(unpad(await seller.receive(sealed, { id: `${n}-${round}` })), `${n}-${round}`);
    }
  }));

  for (const [n, store] of stores.entries()) {
    const received = store.commits.filter(({ journal }) => journal);
    assert.ok(received.every(({ set }) => set.some((/** @type {any} */ write) => write.type === 'session')));
    assert.deepEqual(store.messages.map(({ text }) => text), Array.from({ length: 20 }, (_, round) => `${n}-${round}`));
  }
});

test('a forged ciphertext changes nothing', async () => {
  const store = new Store();
  const seller = vendor(store);
  const buyer = customer();
  await introduce(seller, buyer);
  const sealed = await buyer.write('hello');
  const forged = Buffer.from(sealed.ciphertext);
  forged[forged.length - 20] = /** @type {number} */ (forged[forged.length - 20]) ^ 1;
  store.commits.length = 0;

  await assert.rejects(seller.receive({ ...sealed, ciphertext: forged }));
  assert.deepEqual(store.commits, []);
  assert.equal(unpad(await seller.receive(sealed)), 'hello');
});

/**
 * @param {ReturnType<typeof vendor>} seller
 * @param {import('./support/parties.js').Sealed} sealed
 */
async function answerTo(seller, sealed) {
  await seller.receive(sealed);
  return seller.reply('welcome');
}

/** @param {string} word */
const numbered = (word) => Array.from({ length: MESSAGES }, (_, n) => `${word} ${n}`);

test('padding of the harness survives a round trip', () => assert.equal(unpad(pad('é')), 'é'));
