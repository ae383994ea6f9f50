import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { RunningSandbox } from './harness.js';

const VENDOR = '+22896000001';
const AMA = '+22896000002';
/** @type {RunningSandbox} */ let sandbox;

before(async () => {
  sandbox = await RunningSandbox.start();
  await sandbox.post('/phones', { number: VENDOR, name: 'Awa' });
  await sandbox.post('/customers', { number: AMA, name: 'Ama' });
});

after(() => sandbox?.stop());

test('the first line tells where everything is', async () => {
  const { controlUrl, serverUrl, rootKey, mediaCa } = sandbox.info;

  assert.match(controlUrl, /^http:\/\/127\.0\.0\.1:\d+$/);
  assert.match(serverUrl, /^ws:\/\/127\.0\.0\.1:\d+\/ws\/chat$/);
  assert.match(rootKey, /^[0-9a-f]{64}$/);
  assert.match(await readFile(mediaCa, 'utf8'), /^-----BEGIN CERTIFICATE-----/);
  assert.deepEqual(await sandbox.get('/info'), sandbox.info);
  assert.deepEqual(await sandbox.get('/health'), { ok: true, connections: 0 });
});

test('a phone is created once and lists no devices before it is linked', async () => {
  const again = await sandbox.post('/phones', { number: VENDOR.slice(1) });

  assert.deepEqual([again.number, again.name, again.devices, again.online], [VENDOR, 'Awa', [], false]);
  assert.match(again.lid, /^\d+@lid$/);
  assert.deepEqual((await sandbox.get('/phones')).map((/** @type {any} */ { number }) => number), [VENDOR]);
  assert.deepEqual((await sandbox.get('/customers')).map((/** @type {any} */ { number }) => number), [AMA]);
});

test('wrong input is refused with a reason', async () => {
  await assert.rejects(sandbox.post('/phones', { number: 'abc' }), { status: 400, code: 'invalid' });
  await assert.rejects(sandbox.post('/customers', { number: VENDOR }), { status: 409, code: 'number_taken' });
  await assert.rejects(sandbox.post(`/customers/${AMA}/send`, { to: VENDOR }), { status: 400, code: 'invalid' });
  await assert.rejects(sandbox.post(`/customers/${AMA}/send`, { to: VENDOR, kind: 'image', path: 'nowhere.jpg' }), { status: 400, code: 'no_file' });
  await assert.rejects(sandbox.post(`/customers/${AMA}/send`, { to: VENDOR, kind: 'location', latitude: 91, longitude: 0 }), { status: 400 });
  await assert.rejects(sandbox.post(`/customers/${AMA}/resend`, { id: 'unknown' }), { status: 404, code: 'unknown_message' });
  await assert.rejects(sandbox.post(`/phones/${VENDOR}/unlink`, { device: 7 }), { status: 404, code: 'no_device' });
  await assert.rejects(sandbox.get('/customers/+22899999999/messages'), { status: 404, code: 'unknown_number' });
  await assert.rejects(sandbox.get('/nothing'), { status: 404, code: 'not_found' });
  const malformed = await fetch(`${sandbox.info.controlUrl}/phones`, { method: 'POST', body: '{' });
  assert.equal(malformed.status, 400);
  const fromPage = await fetch(`${sandbox.info.controlUrl}/phones`, { headers: { origin: 'https://example.org' } });
  assert.equal(fromPage.status, 400);
});

test('an unlinked phone still shows what it was sent', async () => {
  const { id } = await sandbox.post(`/customers/${AMA}/send`, { to: VENDOR, text: 'Hello' });

  assert.equal((await sandbox.shown(`/phones/${VENDOR}`, id)).text, 'Hello');
  assert.equal((await sandbox.shown(`/customers/${AMA}`, id)).status, 'delivered');
});

test('a waiting question is answered by the next message, or empty when its time is over', async () => {
  const { next } = await sandbox.chat(AMA, VENDOR);
  const url = `/customers/${AMA}/messages?with=${encodeURIComponent(VENDOR)}&after=${next}`;
  assert.deepEqual(await sandbox.get(`${url}&wait=0.2`), { messages: [], next, typing: false });

  const waiting = sandbox.get(`${url}&wait=30`);
  const { id } = await sandbox.post(`/phones/${VENDOR}/send`, { to: AMA, text: 'Good morning' });

  const answer = await waiting;
  assert.deepEqual([answer.messages[0].id, answer.next], [id, next + 1]);
});

test('events tell what happened, from any point', async () => {
  const response = await fetch(`${sandbox.info.controlUrl}/events?after=0`);
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
  const { id } = await sandbox.post(`/customers/${AMA}/send`, { to: VENDOR, text: 'For the stream' });
  let text = '';
  while (!text.includes(id)) {
    text += Buffer.from((await reader.read()).value ?? []).toString();
  }
  await reader.cancel();

  const events = text.split('\n').filter(line => line.startsWith('data: ') && line.endsWith('}')).map(line => JSON.parse(line.slice(6)));
  assert.deepEqual(events.map(({ seq }) => seq), events.map((_, index) => index + 1));
  assert.ok(events.some(({ type, message }) => type === 'message' && message.id === id));
});

test('the end of standard input ends the program, and its temporary state', async () => {
  const other = await RunningSandbox.start();
  const { mediaCa } = other.info;

  await other.stop();

  assert.equal(other.child.exitCode, 0);
  await assert.rejects(readFile(mediaCa), { code: 'ENOENT' });
});
