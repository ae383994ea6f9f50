import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { link, world } from './support/programs.js';

const VENDOR = '22890000001';
const BUYER = '22990000002';
const SESSION = '0198c0de-0000-7000-8000-000000000001';

/** @type {import('./support/programs.js').World} */
let w;

before(async () => {
  w = await world(2);
  await link(w, SESSION, VENDOR);
  await w.sandbox.post('/customers', { number: BUYER, name: 'Kofi' });
});
after(() => w.end());

test('linking goes through the restart to an open session and tells who the vendor is', () => {
  const states = w.host.events.filter(({ type }) => type === 'state').map(({ body }) => body.state);
  const me = w.host.events.findLast(({ type }) => type === 'me').body;

  assert.deepEqual(states, ['connecting', 'linked', 'connecting', 'connected']);
  assert.match(me.jid, new RegExp(`^${VENDOR}:`));
  assert.match(me.lid, /@lid$/);
});

test('a text is in the journal before the customer sees it delivered, and the reply is decrypted', async () => {
  const store = w.host.store(SESSION);
  const { id } = await w.sandbox.post(`/customers/${BUYER}/send`, { to: VENDOR, text: 'Is it still there?' });
  const message = await w.host.until(() => store.messages.find((row) => row.id === id), 'the message');
  assert.equal(message.text, 'Is it still there?');
  assert.equal(message.fromMe, false);
  assert.equal(message.pushName, 'Kofi');
  assert.deepEqual([message.chat, message.chatAlt].map((jid) => jid.split('@')[1]).sort(), ['lid', 's.whatsapp.net']);

  await w.host.request('message.send', { messageId: '3EB0REPLY1', chat: message.chat, kind: 'text', text: 'Yes it is' }, SESSION);
  assert.ok(store.sent.has('3EB0REPLY1'), 'recorded before the ciphertext left');
  const shown = await w.sandbox.received(BUYER, VENDOR, 1);
  assert.deepEqual(shown.map((/** @type {any} */ row) => [row.id, row.text]), [['3EB0REPLY1', 'Yes it is']]);

  await status('3EB0REPLY1', 'server');
  await status('3EB0REPLY1', 'delivered');
  await w.sandbox.post(`/customers/${BUYER}/read`, { with: VENDOR });
  await status('3EB0REPLY1', 'read');
});

test('a hundred messages answered at once are all shown to the customer', async () => {
  const store = w.host.store(SESSION);
  const seen = store.messages.length;
  const shownBefore = (await w.sandbox.shown(BUYER, VENDOR)).length;
  await w.sandbox.post(`/customers/${BUYER}/send`, { to: VENDOR, texts: numbered('question') });

  for (let n = 0; n < 100; n++) {
    const message = await w.host.until(() => store.messages[seen + n], `question ${n}`);
    void w.host.request('message.send', { messageId: `3EB0BURST${n}`, chat: message.chat, kind: 'text', text: `answer ${n}` }, SESSION);
  }

  assert.deepEqual(store.messages.slice(seen).map(({ text }) => text), numbered('question'));
  const shown = await w.sandbox.received(BUYER, VENDOR, shownBefore + 100);
  assert.deepEqual(shown.slice(shownBefore).map((/** @type {any} */ row) => row.text), numbered('answer'));
});

test('what the vendor writes on her phone arrives as hers', async () => {
  const { id } = await w.sandbox.post(`/phones/${VENDOR}/send`, { to: BUYER, text: 'I take over' });
  const message = await w.host.until(() => w.host.store(SESSION).messages.find((row) => row.id === id), 'her message');

  assert.equal(message.fromMe, true);
  assert.equal(message.text, 'I take over');
  assert.ok([message.chat, message.chatAlt].some((jid) => jid?.startsWith(BUYER)));
});

test('typing is told in both directions and messages can be marked read', async () => {
  const chat = customerChat();
  await w.host.request('presence', { chat, state: 'composing' }, SESSION);
  await w.sandbox.post(`/customers/${BUYER}/typing`, { to: VENDOR, state: 'composing' });
  await w.host.event('presence', (body) => body.state === 'composing');

  const { id } = await w.sandbox.post(`/customers/${BUYER}/send`, { to: VENDOR, text: 'read me' });
  await w.host.until(() => w.host.store(SESSION).messages.find((row) => row.id === id), 'the message');
  await w.host.request('message.read', { chat, ids: [id] }, SESSION);
  const read = await pollUntil(async () => {
    const { messages } = await w.sandbox.get(`/customers/${BUYER}/messages?with=${VENDOR}`);
    return messages.find((/** @type {any} */ row) => row.id === id && row.status === 'read');
  });
  assert.ok(read);
});

test('a picture is uploaded by us, downloaded by us, and a damaged one is refused', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gateway-media-'));
  const [source, target] = [path.join(folder, 'in.jpg'), path.join(folder, 'out.jpg')];
  const bytes = Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7) % 256));
  fs.writeFileSync(source, bytes);
  const store = w.host.store(SESSION);
  const chat = customerChat();

  await w.host.request('message.send', { messageId: '3EB0IMAGE', chat, kind: 'image', path: source, mime: 'image/jpeg', text: 'look' }, SESSION);
  await status('3EB0IMAGE', 'delivered');
  const picture = (await w.sandbox.shown(BUYER, VENDOR)).find((/** @type {any} */ row) => row.id === '3EB0IMAGE');
  assert.equal(picture.kind, 'image');
  assert.equal(picture.text, 'look');

  const { id } = await w.sandbox.post(`/customers/${BUYER}/send`, { to: VENDOR, kind: 'image', path: source });
  const { media } = await w.host.until(() => store.messages.find((row) => row.id === id), 'the picture');
  assert.deepEqual(await w.host.request('media.download', { media, path: target }, SESSION), { bytes: bytes.length });
  assert.deepEqual(fs.readFileSync(target), bytes);

  const damaged = { ...media, sha256: Buffer.alloc(32).toString('base64') };
  await assert.rejects(w.host.request('media.download', { media: damaged, path: target }, SESSION), { code: 'media_corrupt' });
  assert.ok(!fs.existsSync(target));
  fs.rmSync(folder, { recursive: true });
});

test('a file that WhatsApp has dropped is uploaded again by the vendor’s phone, unless she deleted it or the phone is off', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gateway-expired-'));
  const [source, target] = [path.join(folder, 'in.jpg'), path.join(folder, 'out.jpg')];
  fs.writeFileSync(source, Buffer.alloc(4000, 5));
  const { id } = await w.sandbox.post(`/customers/${BUYER}/send`, { to: VENDOR, kind: 'image', path: source });
  const { media, chat } = await w.host.until(() => w.host.store(SESSION).messages.find((row) => row.id === id), 'the picture');
  const download = async (/** @type {string | undefined} */ fault, /** @type {number} */ phoneMs) => {
    await w.sandbox.post('/faults', { kind: 'refuse_download' });
    await (fault && w.sandbox.post('/faults', { kind: fault, phone: `+${VENDOR}` }));
    return w.host.request('media.download', { media, path: target, message: { id, chat, fromMe: false }, phoneMs }, SESSION);
  };

  await assert.rejects(download('forget_file', 20_000), { code: 'media_gone', retryable: false });
  await assert.rejects(download('phone_off', 200), { code: 'media_phone_silent', retryable: true });
  assert.ok(!fs.existsSync(target));
  assert.deepEqual(await download(undefined, 20_000), { bytes: 4000 });
  assert.deepEqual(fs.readFileSync(target), fs.readFileSync(source));
  fs.rmSync(folder, { recursive: true });
});

test('a refused upload is no lost message: nothing left, the same id is sent once WhatsApp takes files again', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gateway-upload-'));
  const file = path.join(folder, 'in.jpg');
  fs.writeFileSync(file, Buffer.alloc(2000, 3));
  const picture = { messageId: '3EB0UPLOAD', chat: customerChat(), kind: 'image', path: file };
  await w.sandbox.post('/faults', { kind: 'refuse_upload', count: 20 });

  await assert.rejects(send(picture), { code: 'send_failed', retryable: true });
  assert.equal(w.host.store(SESSION).sent.has('3EB0UPLOAD'), false);
  await w.sandbox.post('/faults', { kind: 'clear' });
  await send(picture);
  await status('3EB0UPLOAD', 'delivered');
  fs.rmSync(folder, { recursive: true });
});

test('what somebody new sends in one breath is stored in that order, though her first message has her addresses stored as well', async () => {
  const store = w.host.store(SESSION);
  const number = '22990000021';
  await w.sandbox.post('/customers', { number, name: 'Essi' });
  const mapping = hold((body) => body.set?.some((/** @type {any} */ { type, id }) => type === 'lid-mapping' && id === number));
  store.beforeCommit = mapping.wait;
  const { id: first } = await w.sandbox.post(`/customers/${number}/send`, { to: VENDOR, text: 'look at this photo' });
  await mapping.reached;
  const { id: second } = await w.sandbox.post(`/customers/${number}/send`, { to: VENDOR, text: 'is it still there?' });
  await w.host.request('health');
  mapping.release();

  const ids = () => store.messages.map(({ id }) => id).filter((id) => id === first || id === second);
  await w.host.until(() => ids().length === 2, 'both messages');
  assert.deepEqual(ids(), [first, second]);
  store.beforeCommit = null;
});

test('a slow server and a message that is delivered twice change nothing', async () => {
  const store = w.host.store(SESSION);
  await w.sandbox.post('/faults', { kind: 'delay', ms: 300, phone: `+${VENDOR}` });
  await w.sandbox.post('/faults', { kind: 'duplicate', phone: `+${VENDOR}` });
  const { ids } = await w.sandbox.post(`/customers/${BUYER}/send`, { to: VENDOR, texts: ['slow and twice', 'after it'] });

  await w.host.until(() => store.messages.find((row) => row.id === ids[1]), 'the second message');
  assert.deepEqual(store.messages.filter((row) => ids.includes(row.id)).map(({ text }) => text), ['slow and twice', 'after it']);
  await w.sandbox.post('/faults', { kind: 'clear', phone: `+${VENDOR}` });
});

test('a voice note, a place and a quoting text reach the customer', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gateway-voice-'));
  const file = path.join(folder, 'voice.ogg');
  fs.writeFileSync(file, Buffer.alloc(3000, 7));
  const { id: quotedId, chat } = w.host.store(SESSION).messages.find(({ fromMe }) => !fromMe);
  const waveform = Buffer.alloc(64, 50).toString('base64');

  await send({ messageId: '3EB0VOICE', chat, kind: 'audio', path: file, seconds: 4, waveform });
  await send({ messageId: '3EB0PLACE', chat, kind: 'location', latitude: 6.13, longitude: 1.22, name: 'Market' });
  await send({ messageId: '3EB0QUOTE', chat, kind: 'text', text: 'about this', quoted: { id: quotedId, fromMe: false, text: 'Is it still there?' } });
  await status('3EB0QUOTE', 'delivered');

  const shown = Object.fromEntries((await w.sandbox.shown(BUYER, VENDOR)).map((/** @type {any} */ row) => [row.id, row]));
  assert.equal(shown['3EB0VOICE'].kind, 'audio');
  assert.deepEqual([shown['3EB0PLACE'].latitude, shown['3EB0PLACE'].longitude], [6.13, 1.22]);
  assert.equal(shown['3EB0QUOTE'].text, 'about this');
  fs.rmSync(folder, { recursive: true });
});

test('a customer who hides the number is answered at the LID', async () => {
  const hidden = '22990000009';
  await w.sandbox.post('/customers', { number: hidden, name: 'Afi', hidePhone: true });
  const { id } = await w.sandbox.post(`/customers/${hidden}/send`, { to: VENDOR, text: 'hidden' });
  const { chat, chatAlt } = await w.host.until(() => w.host.store(SESSION).messages.find((row) => row.id === id), 'the message');
  assert.match(chat, /@lid$/);
  assert.equal(chatAlt, null);

  await send({ messageId: '3EB0HIDDEN', chat, kind: 'text', text: 'found you' });
  await status('3EB0HIDDEN', 'delivered');
  assert.deepEqual((await w.sandbox.shown(hidden, VENDOR)).map((/** @type {any} */ row) => row.text), ['found you']);
});

test('a refusal of the server is told with its code', async () => {
  await w.sandbox.post('/faults', { kind: 'refuse_send', phone: `+${VENDOR}`, code: 463, count: 1 });
  await send({ messageId: '3EB0REFUSED', chat: customerChat(), kind: 'text', text: 'not wanted' });

  assert.equal((await status('3EB0REFUSED', 'error')).body.code, 463);
  await w.sandbox.post('/faults', { kind: 'clear', phone: `+${VENDOR}` });
});

test('a connection that drops before the ack: the same id sent again arrives once', async () => {
  const chat = customerChat();
  const from = w.host.events.length;
  await w.sandbox.post('/faults', { kind: 'drop_after_send', phone: `+${VENDOR}` });
  await send({ messageId: '3EB0DROP', chat, kind: 'text', text: 'dropped' });
  await w.host.state('reconnecting', from);
  await assert.rejects(send({ messageId: '3EB0DROP', chat, kind: 'text', text: 'dropped' }), { code: 'not_connected', retryable: true });

  await w.host.state('connected', from);
  await send({ messageId: '3EB0DROP', chat, kind: 'text', text: 'dropped' });
  await status('3EB0DROP', 'delivered');
  const shown = await w.sandbox.shown(BUYER, VENDOR);
  assert.equal(shown.filter((/** @type {any} */ row) => row.text === 'dropped').length, 1);
});

test('the gateway writes nothing to standard output and no text or number to standard error', () => {
  assert.equal(w.gateway.output.stdout, '');
  for (const secret of [VENDOR, BUYER, 'question', 'Is it still there', 'privKey']) {
    assert.ok(!w.gateway.output.stderr.includes(secret), secret);
  }
});

/** @param {object} body */
const send = (body) => w.host.request('message.send', body, SESSION);

/** @param {string} id @param {string} name */
const status = (id, name) => w.host.event('message.status', (body) => body.id === id && body.status === name);

const customerChat = () => w.host.store(SESSION).messages.find(({ fromMe }) => !fromMe).chat;

/** @param {(body: any) => unknown} isMeant of the commits that come, which one waits */
function hold(isMeant) {
  /** @type {() => void} */
  let release = () => {};
  /** @type {() => void} */
  let reach = () => {};
  const released = new Promise((/** @type {(value: void) => void} */ resolve) => (release = resolve));
  const reached = new Promise((/** @type {(value: void) => void} */ resolve) => (reach = resolve));
  const wait = async (/** @type {any} */ body) => {
    if (isMeant(body)) {
      reach();
      await released;
    }
  };
  return { wait, reached, release };
}

/** @param {string} word */
const numbered = (word) => Array.from({ length: 100 }, (_, n) => `${word} ${n}`);

/**
 * @template T
 * @param {() => Promise<T | undefined>} look
 */
async function pollUntil(look) {
  for (let round = 0; round < 50; round++) {
    const found = await look();
    if (found) {
      return found;
    }

    await new Promise((resolve) => setTimeout(resolve, 100));
  }

  return undefined;
}
