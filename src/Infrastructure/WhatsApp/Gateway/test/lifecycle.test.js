import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { link, world } from './support/programs.js';

/** @type {import('./support/programs.js').World} */
let w;
let nextPhone = 22890000010;
let phone = '';
let session = '';

before(async () => void (w = await world()));
after(() => w.end());
beforeEach(() => {
  phone = String(nextPhone++);
  session = `session-of-${nextPhone}`;
});

test('a code of eight characters links as well as a QR code', async () => {
  await w.sandbox.post('/phones', { number: phone, name: 'Awa' });
  await w.host.request('session.start', { method: 'code', phone }, session);
  const { body } = await w.host.event('pairing.code', () => true);
  assert.match(body.code, /^[0-9A-Z]{8}$/);
  assert.ok(body.expiresAtMs > Date.now());
  assert.equal(w.host.store(session).creds, null);

  await w.sandbox.post(`/phones/${phone}/pair`, { code: body.code });
  await stateOf('connected');
  assert.notEqual(w.host.store(session).creds, null);
});

test('an abandoned pairing code leaves nothing behind, and the next attempt works', async () => {
  await w.sandbox.post('/phones', { number: phone, name: 'Awa' });
  await w.host.request('session.start', { method: 'code', phone }, session);
  await event('pairing.code');
  await w.host.request('session.stop', {}, session);
  assert.equal(w.host.store(session).creds, null);

  await link(w, session, phone);
});

test('stop keeps the credentials and resume connects with them', async () => {
  await link(w, session, phone);
  await w.host.request('session.stop', {}, session);
  await assert.rejects(w.host.request('presence', { chat: 'x@lid', state: 'paused' }, session), { code: 'unknown_session' });

  const from = w.host.events.length;
  await w.host.request('session.start', { method: 'resume' }, session, 2);
  await stateOf('connected', from);
});

test('a session that is stopped waits for the acknowledgement of what it sent, and takes nothing more', async () => {
  const customer = `2299${phone.slice(4)}`;
  await link(w, session, phone);
  await w.sandbox.post('/customers', { number: customer, name: 'Kofi' });
  const { id } = await w.sandbox.post(`/customers/${customer}/send`, { to: phone, text: 'hello' });
  const { chat } = await w.host.until(() => w.host.store(session).messages.find((row) => row.id === id), 'the message');
  await w.sandbox.post('/faults', { kind: 'delay', ms: 400, phone: `+${phone}` });

  await w.host.request('message.send', { messageId: '3EB0LAST', chat, kind: 'text', text: 'the last one' }, session);
  const stopped = w.host.request('session.stop', {}, session);
  await assert.rejects(w.host.request('message.send', { messageId: '3EB0LATE', chat, kind: 'text', text: 'late' }, session), { code: 'not_connected', retryable: true });
  await stopped;

  await event('message.status', (body) => body.id === '3EB0LAST' && body.status === 'server');
  assert.deepEqual((await w.sandbox.shown(customer, phone)).map((/** @type {any} */ row) => row.text), ['the last one']);
  await w.sandbox.post('/faults', { kind: 'clear', phone: `+${phone}` });
});

test('logout unlinks the device at WhatsApp and forgets everything', async () => {
  await link(w, session, phone);
  assert.equal((await devices()).length, 1);

  assert.deepEqual(await w.host.request('session.logout', {}, session), { unlinked: true });
  assert.equal((await devices()).length, 0);
  assert.equal(w.host.store(session).creds, null);
  assert.equal(w.host.store(session).keys.size, 0);
  assert.deepEqual(await w.host.request('session.logout', {}, session), { unlinked: false });
});

test('a vendor who links again is answered and heard as before', async () => {
  const customer = `2299${phone.slice(4)}`;
  await w.sandbox.post('/customers', { number: customer, name: 'Kofi' });
  for (const [n, word] of ['first', 'second'].entries()) {
    await link(w, session, phone);
    const { id } = await w.sandbox.post(`/customers/${customer}/send`, { to: phone, text: word });
    const store = w.host.store(session);
    const { chat } = await w.host.until(() => store.messages.find((row) => row.id === id && row.text === word), word);
    await w.host.request('message.send', { messageId: `3EB0LINK${n}`, chat, kind: 'text', text: `${word} answer` }, session);
    await event('message.status', (body) => body.id === `3EB0LINK${n}` && body.status === 'delivered');
    await w.host.request('session.logout', {}, session);
  }
});

test('logout of a session that is not running connects once more to unlink', async () => {
  await link(w, session, phone);
  await w.host.request('session.stop', {}, session);

  assert.deepEqual(await w.host.request('session.logout', {}, session), { unlinked: true });
  assert.equal((await devices()).length, 0);
});

test('a device removed on the phone is logged out, forgotten and not reconnected', async () => {
  await link(w, session, phone);
  const from = w.host.events.length;
  await w.sandbox.post(`/phones/${phone}/unlink`);

  const { body } = await stateOf('logged_out', from);
  assert.equal(body.code, 401);
  await w.host.until(() => w.host.store(session).creds === null, 'keys.reset');
  assert.equal((await health(session)).state, 'logged_out');
});

test('a dropped connection comes back by itself', async () => {
  await link(w, session, phone);
  const from = w.host.events.length;
  await w.sandbox.post('/faults', { kind: 'drop', phone: `+${phone}` });

  await stateOf('reconnecting', from);
  await stateOf('connected', from);
});

test('a refused upgrade is tried again', async () => {
  await link(w, session, phone);
  await w.sandbox.post('/faults', { kind: 'refuse_upgrade', count: 1 });
  await w.host.request('session.stop', {}, session);
  const from = w.host.events.length;
  await w.host.request('session.start', { method: 'resume' }, session, 2);

  assert.equal((await stateOf('reconnecting', from)).body.code, 503);
  await stateOf('connected', from);
});

test('a session of an older epoch is refused, and a newer start takes over', async () => {
  await link(w, session, phone);
  const from = w.host.events.length;
  await w.host.request('session.start', { method: 'resume' }, session, 3);
  await w.host.event('state', (body) => body.state === 'connected', from);

  assert.equal((await health(session)).epoch, 3);
  await assert.rejects(w.host.request('session.start', { method: 'resume' }, session, 2), { code: 'stale_owner' });
  await assert.rejects(w.host.request('session.stop', {}, session, 2), { code: 'stale_owner' });
});

test('an owner that the host calls stale forgets the session', async () => {
  await link(w, session, phone);
  w.host.stale.add(session);
  const customer = `2299${phone.slice(4)}`;
  await w.sandbox.post('/customers', { number: customer, name: 'Kofi' });
  await w.sandbox.post(`/customers/${customer}/send`, { to: phone, text: 'for the new owner' });

  for (let round = 0; round < 50 && await health(session); round++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  assert.equal(await health(session), undefined);
  assert.deepEqual(w.host.store(session).messages, []);
});

test('resume without stored credentials asks for a new link', async () => {
  await w.host.request('session.start', { method: 'resume' }, session);
  const { body } = await stateOf('logged_out');
  assert.equal(body.reason, 'no_credentials');
});

test('what is asked of an unknown session or in an unknown way is refused', async () => {
  const send = { messageId: '3EB0X', chat: 'x@lid', kind: 'text', text: 'x' };
  await assert.rejects(w.host.request('message.send', send, session), { code: 'unknown_session' });
  await assert.rejects(w.host.request('session.start', { method: 'code', phone: '+228' }, session), { code: 'bad_request' });
  await assert.rejects(w.host.request('session.dance', {}, session), { code: 'unknown_type' });
});

const devices = async () => (await w.sandbox.get(`/phones/${phone}`)).devices;

/** @param {string} id */
const health = async (id) => (await w.host.request('health')).sessions.find((/** @type {any} */ row) => row.session === id);

/** @param {string} type @param {(body: any) => boolean} [matches] @param {number} [from] */
const event = (type, matches = () => true, from = 0) =>
  w.host.until(() => w.host.events.slice(from).find((row) => row.session === session && row.type === type && matches(row.body)), type);

/** @param {string} state @param {number} [from] */
const stateOf = (state, from = 0) => event('state', (body) => body.state === state, from);
