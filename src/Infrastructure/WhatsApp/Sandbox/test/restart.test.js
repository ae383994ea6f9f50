import '../src/silence.js';
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { eventually } from './client.js';
import { RunningSandbox } from './harness.js';

const VENDOR = '+22893000001';
const AMA = '+22893000002';
/** @type {string} */ let data;
/** @type {RunningSandbox} */ let sandbox;
/** @type {import('./client.js').Client} */ let client;
/** @type {string} */ let ama;

before(async () => {
  data = await mkdtemp(join(tmpdir(), 'sandbox-test-'));
  sandbox = await RunningSandbox.start({ data });
  client = await sandbox.link(VENDOR);
  ama = (await sandbox.post('/customers', { number: AMA, name: 'Ama' })).lid;
  await converse('before');
});

after(async () => {
  client?.stop();
  await sandbox?.stop();
  await rm(data, { recursive: true });
});

/** One message each way. @param {string} word */
async function converse(word) {
  await sandbox.post(`/customers/${AMA}/send`, { to: VENDOR, text: `${word}: question` });
  await client.received(`${word}: question`);
  const id = await client.send(ama, { text: `${word}: answer` });
  assert.equal((await sandbox.shown(`/customers/${AMA}`, id)).text, `${word}: answer`);
}

async function restart() {
  client.stop();
  const port = Number(new URL(sandbox.info.controlUrl).port);
  const before = sandbox.info;
  sandbox = await RunningSandbox.start({ data, port });
  assert.deepEqual(sandbox.info, before);
}

test('messages for a client that is away wait for it, in order', async () => {
  client.stop();
  await eventually(async () => !(await sandbox.get(`/phones/${VENDOR}`)).devices[0].connected);
  const { ids } = await sandbox.post(`/customers/${AMA}/send`, { to: VENDOR, texts: ['one', 'two', 'three'] });

  await client.open();

  await client.received('three');
  assert.ok(client.waited >= 3);
  assert.deepEqual(client.messages.map(({ key }) => key.id).filter(id => ids.includes(id)), ids);
  await eventually(async () => (await sandbox.shown(`/customers/${AMA}`, ids[2])).status === 'delivered');
  await client.open();
  assert.equal(client.waited, 0);
});

test('an orderly restart keeps the link, the conversation and the address of the media', async () => {
  await sandbox.stop();
  await restart();

  await client.open();

  await converse('orderly');
  const { messages } = await sandbox.get(`/customers/${AMA}/messages`);
  assert.equal(messages[0].text, 'before: question');
});

test('a killed sandbox keeps the link and what was accepted', async () => {
  const { id } = await sandbox.post(`/customers/${AMA}/send`, { to: VENDOR, text: 'just before the end' });
  await sandbox.kill();
  await restart();

  await client.open();

  await client.received('just before the end');
  assert.equal((await sandbox.shown(`/customers/${AMA}`, id)).text, 'just before the end');
  await converse('killed');
});

test('ratchets that were lost in a crash heal', async () => {
  await sandbox.stop();
  await restart();
  await client.open();
  const paths = [AMA, VENDOR].map(number => join(data, 'state', `sessions-${number.slice(1)}.json`));
  const old = await Promise.all(paths.map(path => readFile(path)));
  await converse('one step on');
  await converse('two steps on');
  await sandbox.kill();
  await Promise.all(paths.map((path, index) => writeFile(path, old[index])));
  await restart();

  await client.open();

  await converse('after the loss');
  const { id } = await sandbox.post(`/phones/${VENDOR}/send`, { to: AMA, text: 'from the phone' });
  assert.equal((await client.received('from the phone')).key.id, id);
  const answer = await client.send(ama, { text: 'seen on the phone' });
  assert.equal((await sandbox.shown(`/phones/${VENDOR}`, answer)).text, 'seen on the phone');
});

test('a message that waited survives a restart', async () => {
  client.stop();
  await sandbox.post(`/customers/${AMA}/send`, { to: VENDOR, text: 'patience' });
  await sandbox.stop();
  await restart();

  await client.open();

  await client.received('patience');
});
