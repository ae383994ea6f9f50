import '../src/silence.js';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from './client.js';
import { RunningSandbox } from './harness.js';

const VENDOR = '+22890000001';
const AMA = '+22890000002';
/** @type {RunningSandbox} */ let sandbox;
/** @type {import('./client.js').Client} */ let client;
/** @type {string} */ let ama;

before(async () => {
  sandbox = await RunningSandbox.start();
  client = await sandbox.link(VENDOR);
  ama = (await sandbox.post('/customers', { number: AMA, name: 'Ama' })).lid;
});

after(async () => {
  client?.stop();
  await sandbox?.stop();
});

test('a customer writes and the linked device reads it', async () => {
  const { id } = await sandbox.post(`/customers/${AMA}/send`, { to: VENDOR, text: 'Is the wax fabric still there?' });

  const message = await client.received('Is the wax fabric still there?');

  assert.equal(message.key.id, id);
  assert.equal(message.key.remoteJid, ama);
  assert.equal(message.key.remoteJidAlt, `${AMA.slice(1)}@s.whatsapp.net`);
  assert.equal(message.pushName, 'Ama');
});

test('the linked device answers and the customer reads it decrypted', async () => {
  const id = await client.send(ama, { text: 'Yes, six yards' });

  const { messages } = await sandbox.get(`/customers/${AMA}/messages?with=${encodeURIComponent(VENDOR)}&after=1&wait=10`);

  assert.deepEqual(messages.map((/** @type {any} */ m) => [m.id, m.direction, m.text]), [[id, 'in', 'Yes, six yards']]);
  await eventually(() => client.acks.find(ack => ack.id === id && !ack.error));
  await client.status(id, 3);
});
