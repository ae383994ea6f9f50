import '../src/silence.js';
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Client, eventually } from './client.js';
import { RunningSandbox } from './harness.js';

const QR = (/** @type {any} */ update) => update.qr;
/** @type {RunningSandbox} */ let sandbox;
/** @type {Client} */ let client;
/** @type {string} */ let vendor;
let count = 0;

before(async () => {
  sandbox = await RunningSandbox.start();
});

beforeEach(async () => {
  vendor = `+2289100000${count++}`;
  await sandbox.post('/phones', { number: vendor, name: 'Awa' });
  client = new Client(sandbox.info);
});

after(() => sandbox?.stop());

test('a scanned code links the client, which restarts and opens', async () => {
  client.connect();
  const { qr } = await client.connection(QR);

  const { device } = await sandbox.post(`/phones/${vendor}/scan`, { qr });

  assert.equal(await client.closed(), 515);
  await client.open();
  assert.equal(client.creds.me?.id, `${vendor.slice(1)}:${device}@s.whatsapp.net`);
  const phone = await sandbox.get(`/phones/${vendor}`);
  assert.deepEqual(phone.devices.map((/** @type {any} */ { id, connected }) => [id, connected]), [[device, true]]);
  client.stop();
});

test('a typed code links the client; a wrong one does not, and can be corrected', async () => {
  client.connect();
  await client.connection(QR);
  const code = await client.socket.requestPairingCode(vendor.slice(1));

  await assert.rejects(sandbox.post(`/phones/${vendor}/pair`, { code: 'WRONG123' }), { status: 409, code: 'wrong_code' });
  await sandbox.post(`/phones/${vendor}/pair`, { code: code.toLowerCase() });

  assert.equal(await client.closed(), 515);
  await client.open();
  client.stop();
});

test('nobody waits for a code that was never asked for', async () => {
  await assert.rejects(sandbox.post(`/phones/${vendor}/pair`, { code: 'ABCD1234' }), { status: 409, code: 'wrong_code' });
});

test('a code is worth nothing once its client is gone', async () => {
  client.connect();
  const { qr } = await client.connection(QR);
  client.stop();
  await eventually(async () => !(await sandbox.get('/health')).connections);

  await assert.rejects(sandbox.post(`/phones/${vendor}/scan`, { qr }), { status: 409, code: 'expired_code' });
});

test('a code whose keys were exchanged is refused', async () => {
  client.connect();
  const { qr } = await client.connection(QR);
  const parts = qr.split(',');
  parts[2] = Buffer.alloc(32, 1).toString('base64');

  await assert.rejects(sandbox.post(`/phones/${vendor}/scan`, { qr: parts.join(',') }), { status: 409, code: 'expired_code' });
  client.stop();
});

test('a text that is no code is refused', async () => {
  await assert.rejects(sandbox.post(`/phones/${vendor}/scan`, { qr: 'hello' }), { status: 400, code: 'invalid_qr' });
});

test('an abandoned typed code leaves a client that is refused', async () => {
  client.connect();
  await client.connection(QR);
  await client.socket.requestPairingCode(vendor.slice(1));
  client.stop();
  await client.closed();
  client.connectionUpdates = [];

  client.connect();

  assert.equal(await client.closed(), 401);
});

test('unlinking on the phone logs the client out for good', async () => {
  const linked = await sandbox.link(vendor);
  linked.connectionUpdates = [];

  await sandbox.post(`/phones/${vendor}/unlink`);

  assert.equal(await linked.closed(), 401);
  linked.connectionUpdates = [];
  linked.connect();
  assert.equal(await linked.closed(), 401);
});

test('a client that logs out is no longer linked', async () => {
  const linked = await sandbox.link(vendor);

  await linked.socket.logout();

  await eventually(async () => !(await sandbox.get(`/phones/${vendor}`)).devices.length);
});

test('a second connection of the same device replaces the first', async () => {
  const linked = await sandbox.link(vendor);
  linked.connectionUpdates = [];
  const second = new Client(sandbox.info);
  Object.assign(second, { creds: linked.creds, store: linked.store });

  await second.open();

  assert.equal(await linked.closed(), 440);
  second.stop();
});

test('two devices of one phone see each other’s messages', async () => {
  const first = await sandbox.link(vendor);
  const second = await sandbox.link(vendor);
  const { lid } = await sandbox.post('/customers', { number: '+22892000001' });

  const id = await first.send(lid, { text: 'From the first' });

  const copy = await second.received('From the first');
  assert.deepEqual([copy.key.id, copy.key.fromMe, copy.key.remoteJid], [id, true, lid]);
  first.stop();
  second.stop();
});
