import '../src/silence.js';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from './client.js';
import { RunningSandbox } from './harness.js';

const VENDOR = '+22890000001';
const AMA = '+22890000002';
const HIDDEN = '+22890000003';
const BY_NUMBER = '+22890000004';
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

  const message = await sandbox.shown(`/customers/${AMA}`, id);

  assert.deepEqual([message.direction, message.kind, message.text, message.from, message.to], ['in', 'text', 'Yes, six yards', VENDOR, AMA]);
  await eventually(() => client.acks.find(ack => ack.id === id && !ack.error));
  await client.status(id, 3);
});

test('an answer shows on the vendor’s own phone too', async () => {
  const id = await client.send(ama, { text: 'And in blue' });

  const message = await sandbox.shown(`/phones/${VENDOR}`, id);

  assert.deepEqual([message.direction, message.text, message.to], ['out', 'And in blue', AMA]);
});

test('opening the chat sends read receipts for everything in it', async () => {
  const first = await client.send(ama, { text: 'First' });
  const second = await client.send(ama, { text: 'Second' });
  await sandbox.shown(`/customers/${AMA}`, second);

  await sandbox.post(`/customers/${AMA}/read`, { with: VENDOR });

  await client.status(first, 4);
  await client.status(second, 4);
  assert.equal((await sandbox.shown(`/phones/${VENDOR}`, second)).status, 'read');
});

test('the customer sees when the linked device has read', async () => {
  const { id } = await sandbox.post(`/customers/${AMA}/send`, { to: VENDOR, text: 'Are you there?' });
  const { key } = await client.received('Are you there?');

  await client.socket.readMessages([key]);

  await eventually(async () => (await sandbox.shown(`/customers/${AMA}`, id)).status === 'read');
});

test('a customer who reads at once sends the read receipt without being told', async () => {
  const { lid } = await sandbox.post('/customers', { number: '+22890000009', autoRead: true });

  await client.status(await client.send(lid, { text: 'Hello' }), 4);
});

test('what the vendor writes on the phone reaches the linked device as her own', async () => {
  const { id } = await sandbox.post(`/phones/${VENDOR}/send`, { to: AMA, text: 'I take over' });

  const { key } = await client.received('I take over');

  assert.deepEqual([key.id, key.fromMe, key.remoteJid], [id, true, ama]);
  assert.equal((await sandbox.shown(`/customers/${AMA}`, id)).text, 'I take over');
  await client.status(id, 3);
});

test('a copy of the vendor’s own message does not give the customer her number', async () => {
  assert.equal(await client.socket.signalRepository.lidMapping.getPNForLID(ama), `${AMA.slice(1)}:0@s.whatsapp.net`);
});

test('a customer with a hidden number is known by her LID only, and can be answered', async () => {
  const { lid } = await sandbox.post('/customers', { number: HIDDEN, hidePhone: true });
  await sandbox.post(`/customers/${HIDDEN}/send`, { to: VENDOR, text: 'Who am I?' });
  const { key } = await client.received('Who am I?');
  assert.deepEqual([key.remoteJid, key.remoteJidAlt], [lid, undefined]);

  const id = await client.send(key.remoteJid, { text: 'A friend' });

  assert.equal((await sandbox.shown(`/customers/${HIDDEN}`, id)).text, 'A friend');
  assert.deepEqual(await client.socket.onWhatsApp(HIDDEN), []);
});

test('a customer who is addressed by number can be answered by number', async () => {
  await sandbox.post('/customers', { number: BY_NUMBER, addressing: 'pn' });
  await sandbox.post(`/customers/${BY_NUMBER}/send`, { to: VENDOR, text: 'By number' });
  const { key } = await client.received('By number');
  assert.equal(key.remoteJid, `${BY_NUMBER.slice(1)}@s.whatsapp.net`);

  const id = await client.send(key.remoteJid, { text: 'Good' });

  assert.equal((await sandbox.shown(`/customers/${BY_NUMBER}`, id)).text, 'Good');
  await client.status(id, 3);
});

test('numbers are looked up', async () => {
  const found = await client.socket.onWhatsApp(AMA, '+22899999999');

  assert.deepEqual(found, [{ jid: `${AMA.slice(1)}@s.whatsapp.net`, exists: true }, { jid: '22899999999@s.whatsapp.net', exists: false }].filter(({ exists }) => exists));
});

test('typing is seen on both sides', async () => {
  await sandbox.post(`/customers/${AMA}/typing`, { to: VENDOR, state: 'recording' });
  await eventually(() => client.presences.find(({ id, presences }) => id === ama && presences[ama]?.lastKnownPresence === 'recording'));

  await client.socket.sendPresenceUpdate('composing', ama);
  await eventually(async () => (await sandbox.chat(AMA, VENDOR)).typing);
  await client.socket.sendPresenceUpdate('paused', ama);
  await eventually(async () => !(await sandbox.chat(AMA, VENDOR)).typing);
});

test('a location and a quoted answer arrive as such', async () => {
  const { id } = await sandbox.post(`/customers/${AMA}/send`, { to: VENDOR, kind: 'location', latitude: 6.13, longitude: 1.22, text: 'Grand marché' });
  const place = await eventually(() => client.messages.find(({ key }) => key.id === id));
  assert.equal(place.message.locationMessage.name, 'Grand marché');

  const answer = await client.send(ama, { text: 'I come there' }, { quoted: place });

  assert.equal((await sandbox.shown(`/customers/${AMA}`, answer)).quotedId, id);
});

test('a burst arrives complete and in order', async () => {
  const texts = Array.from({ length: 30 }, (_, index) => `line ${index}`);

  const { ids } = await sandbox.post(`/customers/${AMA}/send`, { to: VENDOR, texts });

  await client.received('line 29');
  const received = client.messages.map(({ key }) => key.id).filter(id => ids.includes(id));
  assert.deepEqual(received, ids);
});

test('a message that is delivered twice keeps its id, and nothing stays undelivered', async () => {
  const { id } = await sandbox.post(`/customers/${AMA}/send`, { to: VENDOR, text: 'Only once' });
  await client.received('Only once');

  await sandbox.post(`/customers/${AMA}/resend`, { id });

  // The client cannot read the same ciphertext again: it tells a placeholder, and asks the customer to encrypt anew.
  await eventually(() => client.messages.filter(({ key, message }) => key.id === id && message).length === 2);
  await client.open();
  assert.equal(client.waited, 0);
});

test('an edit and a deletion change what the customer sees', async () => {
  const id = await client.send(ama, { text: 'Price: 5000' });
  const key = { remoteJid: ama, fromMe: true, id };

  await client.send(ama, { text: 'Price: 4500', edit: key });
  await eventually(async () => (await sandbox.shown(`/customers/${AMA}`, id)).text === 'Price: 4500');

  await client.send(ama, { delete: key });
  await eventually(async () => (await sandbox.shown(`/customers/${AMA}`, id)).deleted);
});

test('a device that runs out of pre-keys is asked for more', async () => {
  const server = { to: 's.whatsapp.net', type: 'get', xmlns: 'encrypt' };
  const count = async () => (await client.socket.query({ tag: 'iq', attrs: { ...server }, content: [{ tag: 'count', attrs: {} }] })).content[0].attrs.value;
  const used = Number(await count()) - 4;
  const user = { tag: 'user', attrs: { jid: client.creds.me?.lid } };

  await client.socket.query({ tag: 'iq', attrs: { ...server }, content: [{ tag: 'key', attrs: {}, content: Array(used).fill(user) }] });

  await eventually(async () => Number(await count()) > 4);
});

test('a lost Signal session heals through retry receipts, in both directions', async () => {
  client.store.session = {};
  const { id } = await sandbox.post(`/customers/${AMA}/send`, { to: VENDOR, text: 'Can you read me?' });
  await eventually(() => client.messages.find(({ key, message }) => key.id === id && message?.conversation === 'Can you read me?'));

  const answer = await client.send(ama, { text: 'I can' });

  assert.equal((await sandbox.shown(`/customers/${AMA}`, answer)).text, 'I can');
});
