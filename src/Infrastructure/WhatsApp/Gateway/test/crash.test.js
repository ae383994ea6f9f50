import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { link, world } from './support/programs.js';

const VENDOR = '22890000001';
const BUYER = '22990000002';
const SESSION = '0198c0de-0000-7000-8000-000000000001';

/** @type {import('./support/programs.js').World} */
let w;
/** @type {import('./support/store.js').Store} */
let store;
let epoch = 1;

before(async () => {
  w = await world();
  store = w.host.store(SESSION);
  await link(w, SESSION, VENDOR);
  await w.sandbox.post('/customers', { number: BUYER, name: 'Kofi' });
  await say('hello');
  await arrived('hello');
});
after(() => w.end());

test('killed between decrypting and storing, the message arrives exactly once', async () => {
  store.beforeCommit = killAt((body) => body.journal?.some(hasText('lost before')), new Error('never stored'));
  await say('lost before');
  await w.gateway.exited;
  assert.deepEqual(texts(), ['hello']);

  await comeBack();
  await arrived('lost before');
  await say('after that');
  await arrived('after that');
  assert.deepEqual(texts(), ['hello', 'lost before', 'after that']);
});

test('killed after storing and before the receipt, the message arrives exactly once', async () => {
  const before = texts().length;
  store.afterCommit = killAt((body) => body.journal?.some(hasText('no receipt')));
  await say('no receipt');
  await w.gateway.exited;

  await comeBack();
  await say('still in order');
  await arrived('still in order');
  assert.deepEqual(texts().slice(before), ['no receipt', 'still in order']);
  assert.ok(store.asked.includes('journal.get'), 'the second delivery was answered from the journal');
  assert.equal(w.host.events.filter(({ type }) => type === 'message.undecryptable').length, 0);
});

test('killed between recording a send and sending it, the same id sent again reaches the customer once', async () => {
  const chat = store.messages[0].chat;
  store.afterCommit = killAt((body) => body.sent?.some((/** @type {any} */ row) => row.messageId === '3EB0CRASH'));
  w.host.request('message.send', { messageId: '3EB0CRASH', chat, kind: 'text', text: 'once' }, SESSION, epoch).catch(() => {});
  await w.gateway.exited;
  assert.ok(store.sent.has('3EB0CRASH'));

  await comeBack();
  await w.host.request('message.send', { messageId: '3EB0CRASH', chat, kind: 'text', text: 'once' }, SESSION, epoch);
  await w.host.event('message.status', (body) => body.id === '3EB0CRASH' && body.status === 'delivered');
  const shown = await w.sandbox.shown(BUYER, VENDOR);
  assert.deepEqual(shown.map((/** @type {any} */ row) => row.text), ['once']);
});

test('a store that refuses ends the connection, and the message comes again when the store is back', async () => {
  const from = w.host.events.length;
  const before = texts().length;
  store.refuses = new Error('the database is away');
  await say('while away');
  await w.host.event('state', (body) => body.reason === 'store_failed', from);
  assert.equal(texts().length, before);

  store.refuses = null;
  await w.host.state('connected', from);
  await arrived('while away');
  assert.deepEqual(texts().slice(before), ['while away']);
  assert.equal(w.host.events.filter(({ type }) => type === 'message.undecryptable').length, 0);
});

test('the network delivering a message twice makes one message', async () => {
  const before = texts().length;
  const id = await say('twice');
  await arrived('twice');
  await w.sandbox.post(`/customers/${BUYER}/resend`, { id });
  await say('next');
  await arrived('next');
  assert.deepEqual(texts().slice(before), ['twice', 'next']);
});

test('a session rolled back to an old copy heals: the customer asks again and gets the recorded message', async () => {
  const { chat } = store.messages[0];
  const old = new Map(store.keys);
  await w.host.request('message.send', { messageId: '3EB0NEW', chat, kind: 'text', text: 'newer than the copy' }, SESSION, epoch);
  await w.host.event('message.status', (body) => body.id === '3EB0NEW' && body.status === 'delivered');
  await w.host.request('session.stop', {}, SESSION, epoch);
  store.keys = old;
  await comeBack();

  store.asked.length = 0;
  await w.host.request('message.send', { messageId: '3EB0AGAIN', chat, kind: 'text', text: 'asked for again' }, SESSION, epoch);
  await w.host.event('message.status', (body) => body.id === '3EB0AGAIN' && body.status === 'delivered');
  assert.ok(store.asked.includes('message.get'));
  const shown = await w.sandbox.shown(BUYER, VENDOR);
  assert.deepEqual(shown.slice(-2).map((/** @type {any} */ row) => row.text), ['newer than the copy', 'asked for again']);
});

/**
 * @param {(body: any) => boolean | undefined} when
 * @param {Error} [error] what the commit ends with
 * @returns {(body: any) => Promise<void>}
 */
const killAt = (when, error) => async (body) => {
  if (when(body)) {
    store.beforeCommit = store.afterCommit = null;
    await w.gateway.kill('SIGKILL');
    if (error) {
      throw error;
    }
  }
};

/** @param {string} text */
const hasText = (text) => (/** @type {any} */ row) => row.message?.text === text;

/** @param {string} text */
const say = async (text) => (await w.sandbox.post(`/customers/${BUYER}/send`, { to: VENDOR, text })).id;

/** @param {string} text */
const arrived = (text) => w.host.until(() => texts().includes(text), text);

const texts = () => store.messages.map(({ text }) => text);

async function comeBack() {
  const from = w.host.events.length;
  await w.restart();
  epoch++;
  await w.host.request('session.start', { method: 'resume' }, SESSION, epoch);
  await w.host.state('connected', from);
}
