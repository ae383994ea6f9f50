import '../src/silence.js';
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';
import { eventually } from './client.js';
import { RunningSandbox } from './harness.js';

const VENDOR = '+22894000001';
const OTHER = '+22894000003';
const AMA = '+22894000002';
/** @type {RunningSandbox} */ let sandbox;
/** @type {import('./client.js').Client} */ let client;
/** @type {string} */ let ama;

before(async () => {
  sandbox = await RunningSandbox.start();
  client = await sandbox.link(VENDOR);
  ama = (await sandbox.post('/customers', { number: AMA })).lid;
});

beforeEach(async () => {
  await sandbox.post('/faults', { kind: 'clear' });
  await client.open();
  client.connectionUpdates = [];
});

after(async () => {
  client?.stop();
  await sandbox?.stop();
});

/** @param {string} kind @param {object} [more] */
const fault = (kind, more) => sandbox.post('/faults', { kind, phone: VENDOR, ...more });

test('drop cuts the connection', async () => {
  await fault('drop');

  assert.equal(await client.closed(), 428);
});

test('drop_after_send cuts before the ack, and the repeated message is shown once', async () => {
  await fault('drop_after_send');
  const id = await client.send(ama, { text: 'Did it arrive?' });
  assert.equal(await client.closed(), 428);
  assert.equal(client.acks.some(ack => ack.id === id), false);

  await client.open();
  await client.send(ama, { text: 'Did it arrive?' }, { messageId: id });

  await eventually(() => client.acks.find(ack => ack.id === id));
  const { messages } = await sandbox.chat(AMA, VENDOR);
  assert.equal(messages.filter((/** @type {any} */ message) => message.id === id).length, 1);
});

test('delay holds back every answer', async () => {
  await fault('delay', { ms: 400 });
  const before = Date.now();

  await client.socket.fetchPrivacySettings(true);

  assert.ok(Date.now() - before >= 400);
});

test('duplicate delivers the next message twice', async () => {
  await fault('duplicate');

  const { id } = await sandbox.post(`/customers/${AMA}/send`, { to: VENDOR, text: 'Twice' });

  await eventually(() => client.messages.filter(({ key }) => key.id === id).length >= 2);
});

for (const [kind, code] of /** @type {const} */ ([['ban', 403], ['too_old', 405], ['unavailable', 503]])) {
  test(`${kind} closes with ${code} and refuses the next login, until it is cleared`, async () => {
    await fault(kind);
    assert.equal(await client.closed(), code);

    client.connectionUpdates = [];
    client.connect();
    assert.equal(await client.closed(), code);

    await fault('clear');
    await client.open();
  });
}

test('unavailable can pass by itself', async () => {
  await fault('unavailable', { count: 1 });
  assert.equal(await client.closed(), 503);
  client.connectionUpdates = [];
  client.connect();
  assert.equal(await client.closed(), 503);

  await client.open();
});

test('replace closes with 440', async () => {
  await fault('replace');

  assert.equal(await client.closed(), 440);
});

test('refuse_upgrade answers the next connections without a WebSocket', async () => {
  await sandbox.post('/faults', { kind: 'refuse_upgrade', count: 1 });

  assert.equal(await upgradeStatus(), 503);
  assert.equal(await upgradeStatus(), 101);
});

/** @returns {Promise<number>} what the server answers to a WebSocket upgrade */
function upgradeStatus() {
  const headers = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': Buffer.alloc(16).toString('base64') };
  return new Promise((resolve, reject) => {
    const asked = request(sandbox.info.serverUrl.replace('ws:', 'http:'), { headers });
    asked.on('response', response => resolve(response.resume().statusCode ?? 0));
    asked.on('upgrade', (_, socket) => resolve(socket.destroy() && 101));
    asked.on('error', reject);
    asked.end();
  });
}

test('silent keeps the connection and answers nothing', async () => {
  await fault('silent');

  const answer = await Promise.race([
    client.socket.fetchPrivacySettings(true).then(() => 'answered', () => 'failed'),
    new Promise(resolve => setTimeout(() => resolve('nothing'), 500)),
  ]);

  assert.equal(answer, 'nothing');
  assert.equal((await sandbox.get(`/phones/${VENDOR}`)).devices[0].connected, true);
});

test('refuse_send answers messages with an error, and the customer sees nothing', async () => {
  await fault('refuse_send', { code: 463 });

  const id = await client.send(ama, { text: 'Too much' });

  await eventually(() => client.acks.find(ack => ack.id === id && ack.error === '463'));
  const { messages } = await sandbox.chat(AMA, VENDOR);
  assert.equal(messages.some((/** @type {any} */ message) => message.id === id), false);
});

test('a fault of one phone leaves the others alone', async () => {
  const other = await sandbox.link(OTHER);
  await fault('refuse_send');

  const id = await other.send(ama, { text: 'Mine arrives' });

  assert.equal((await sandbox.shown(`/customers/${AMA}`, id)).text, 'Mine arrives');
  other.stop();
});

test('unknown kinds and numbers are refused', async () => {
  await assert.rejects(sandbox.post('/faults', { kind: 'earthquake' }), { status: 400 });
  await assert.rejects(fault('drop', { phone: '+22899999999' }), { status: 404 });
});

test('logout unlinks the device', async () => {
  const other = await sandbox.link(OTHER);
  other.connectionUpdates = [];

  await sandbox.post('/faults', { kind: 'logout', phone: OTHER });

  assert.equal(await other.closed(), 401);
  assert.deepEqual((await sandbox.get(`/phones/${OTHER}`)).devices, []);
});
