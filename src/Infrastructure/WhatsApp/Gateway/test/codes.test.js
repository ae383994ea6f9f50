import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { link, world } from './support/programs.js';

// Every way in which WhatsApp's server ends a connection, and what becomes of the session.

/** @type {import('./support/programs.js').World} */
let w;
let nextPhone = 22890000100;
let phone = '';
let session = '';

before(async () => void (w = await world(0, { WASAAS_EVIDENCE_MS: '600' })));
after(() => w.end());
beforeEach(async () => {
  phone = String(nextPhone++);
  session = `session-of-${phone}`;
  await link(w, session, phone);
});

/** @type {[object, number, string, string, boolean][]} */
const final = [
  [{ kind: 'logout' }, 401, 'logged_out', 'unlinked', false],
  [{ kind: 'refuse_login', code: 402 }, 402, 'restricted', 'temporary_ban', true],
  [{ kind: 'ban' }, 403, 'restricted', 'forbidden', true],
  [{ kind: 'too_old' }, 405, 'failed', 'client_too_old', true],
  [{ kind: 'refuse_login', code: 406 }, 406, 'restricted', 'permanent_ban', true],
  [{ kind: 'end', code: 411 }, 411, 'logged_out', 'multidevice_mismatch', false],
  [{ kind: 'replace' }, 440, 'replaced', 'another_connection', true],
];

for (const [fault, code, state, reason, keepsCredentials] of final) {
  test(`code ${code} ends as ${state}, and nothing connects any more`, async () => {
    const from = w.host.events.length;
    await inject(fault);

    const { body } = await stateOf(state, from);
    assert.deepEqual([body.code, body.reason], [code, reason]);
    if (keepsCredentials) {
      assert.notEqual(w.host.store(session).creds, null);
    } else {
      await w.host.until(() => w.host.store(session).creds === null, 'keys.reset');
    }

    assert.equal((await w.sandbox.get(`/phones/${phone}`)).devices.some((/** @type {any} */ device) => device.connected), false);
  });
}

for (const [fault, code, reason] of /** @type {[object, number, string][]} */ ([
  [{ kind: 'end', code: 408 }, 408, 'timed_out'],
  [{ kind: 'drop' }, 428, 'connection_closed'],
  [{ kind: 'end', code: 500 }, 500, 'stream_error'],
  [{ kind: 'end', code: 503 }, 503, 'unavailable'],
])) {
  test(`code ${code} is waited out with the same credentials`, async () => {
    const from = w.host.events.length;
    const { creds } = w.host.store(session);
    await inject(fault);

    const { body } = await stateOf('reconnecting', from);
    assert.deepEqual([body.code, body.reason, body.lasting], [code, reason, false]);
    await stateOf('connected', from);
    assert.equal(JSON.parse(Buffer.from(w.host.store(session).creds ?? '', 'base64').toString()).registrationId,
      JSON.parse(Buffer.from(creds ?? '', 'base64').toString()).registrationId);
  });
}

test('code 515 is followed at once', async () => {
  const from = w.host.events.length;
  await inject({ kind: 'end', code: 515 });

  await stateOf('connected', from);
  assert.equal(statesSince(from).includes('reconnecting'), false);
});

test('a version that is named at the start is spoken, and told back once it is let in', async () => {
  await w.host.request('session.stop', {}, session);
  const from = w.host.events.length;
  await inject({ kind: 'too_old', minimum: 1043857999 });
  await w.host.request('session.start', { method: 'resume', version: '2.3000.1043857998' }, session, 2);
  assert.equal((await stateOf('failed', from)).body.reason, 'client_too_old');

  await w.host.request('session.start', { method: 'resume', version: '2.3000.1043857999' }, session, 3);
  assert.equal((await stateOf('connected', from)).body.version, '2.3000.1043857999');
});

test('a silent server is noticed, and nobody calls the session connected meanwhile', async () => {
  const from = w.host.events.length;
  await inject({ kind: 'silent' });

  assert.equal((await stateOf('reconnecting', from)).body.reason, 'deaf');
  assert.equal((await health()).state === 'connected', false);
});

test('a server that answers and acknowledges nothing is mended in stages, then the vendor is told, then it is over', async () => {
  const customer = `2299${phone.slice(4)}`;
  await w.sandbox.post('/customers', { number: customer, name: 'Kofi' });
  const { id } = await w.sandbox.post(`/customers/${customer}/send`, { to: phone, text: 'hello' });
  const { chat } = await w.host.until(() => w.host.store(session).messages.find((row) => row.id === id), 'the message');
  await inject({ kind: 'deaf' });

  for (const [round, stage] of ['reconnect', 'resume', 'tell'].entries()) {
    const from = w.host.events.length;
    const asked = w.host.store(session).asked.filter((type) => type === 'keys.creds').length;
    await w.host.request('message.send', { messageId: `3EB0DEAF${round}`, chat, kind: 'text', text: stage }, session);
    const { body } = await stateOf('reconnecting', from);
    assert.deepEqual([body.reason, body.lasting], ['deaf', stage === 'tell'], stage);
    await stateOf('connected', from);
    const readAnew = w.host.store(session).asked.filter((type) => type === 'keys.creds').length > asked;
    assert.equal(readAnew, stage !== 'reconnect', stage);
  }

  const doubtful = w.host.events.findLast((event) => event.session === session && event.body.state === 'connected');
  assert.deepEqual([doubtful.body.reason, doubtful.body.lasting], ['deaf', true]);
  const from = w.host.events.length;
  await inject({ kind: 'clear' });
  await w.host.request('message.send', { messageId: '3EB0HEARD', chat, kind: 'text', text: 'again' }, session);
  assert.deepEqual((await stateOf('connected', from)).body.reason, null);
});

test('a message that WhatsApp refuses with 463 is told with its code and not repeated', async () => {
  const customer = `2298${phone.slice(4)}`;
  await w.sandbox.post('/customers', { number: customer, name: 'Kofi' });
  const { id } = await w.sandbox.post(`/customers/${customer}/send`, { to: phone, text: 'hello' });
  const { chat } = await w.host.until(() => w.host.store(session).messages.find((row) => row.id === id), 'the message');
  await inject({ kind: 'refuse_send', code: 463 });

  await w.host.request('message.send', { messageId: '3EB0REFUSED', chat, kind: 'text', text: 'hi' }, session);

  const { body } = await event('message.status', (status) => status.id === '3EB0REFUSED');
  assert.deepEqual([body.status, body.code], ['error', 463]);
  assert.deepEqual(await w.sandbox.shown(customer, phone), []);
});

/** @param {object} fault */
const inject = (fault) => w.sandbox.post('/faults', { ...fault, phone: `+${phone}` });

const health = async () => (await w.host.request('health')).sessions.find((/** @type {any} */ row) => row.session === session);

/** @param {number} from */
const statesSince = (from) => w.host.events.slice(from).filter((row) => row.session === session && row.type === 'state').map(({ body }) => body.state);

/** @param {string} type @param {(body: any) => boolean} [matches] @param {number} [from] */
const event = (type, matches = () => true, from = 0) =>
  w.host.until(() => w.host.events.slice(from).find((row) => row.session === session && row.type === type && matches(row.body)), type);

/** @param {string} state @param {number} [from] */
const stateOf = (state, from = 0) => event('state', (body) => body.state === state, from);
