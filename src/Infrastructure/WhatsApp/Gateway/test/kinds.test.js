import assert from 'node:assert/strict';
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

test('cards, polls and moving places arrive with what they hold', async () => {
  const contact = await arrival({ kind: 'contact', contacts: [{ name: 'Ama', phone: '+22890000009' }] });
  const poll = await arrival({ kind: 'poll', text: 'Which?', options: ['Bazin', 'Wax'] });
  const live = await arrival({ kind: 'live_location', latitude: 6.17, longitude: 1.21 });
  const later = await arrival({ kind: 'live_location', latitude: 6.18, longitude: 1.21, timeOffset: 60 });

  assert.deepEqual(contact.contacts, [{ name: 'Ama', phones: ['+22890000009'] }]);
  assert.deepEqual([poll.text, poll.options], ['Which?', ['Bazin', 'Wax']]);
  assert.deepEqual([live.latitude, live.update, later.update], [6.17, undefined, true]);
});

test('an edit, a reaction and a deletion name the message that they are about', async () => {
  const { id: targetId } = await arrival({ text: 'two' });

  const edit = await arrival({ kind: 'edit', targetId, text: 'three' });
  const reaction = await arrival({ kind: 'reaction', targetId, text: '👍' });
  const deletion = await arrival({ kind: 'delete', targetId });

  assert.deepEqual([edit.kind, edit.targetId, edit.text], ['edit', targetId, 'three']);
  assert.deepEqual([reaction.kind, reaction.targetId, reaction.emoji], ['reaction', targetId, '👍']);
  assert.deepEqual([deletion.kind, deletion.targetId], ['delete', targetId]);
});

test('a message for one look only is told, though its content never comes', async () => {
  const message = await arrival({ kind: 'view_once' });

  assert.deepEqual([message.kind, message.viewOnce, message.media, message.pushName], ['view_once', true, undefined, 'Kofi']);
});

test('a cart is asked for what it lists, with the seller’s references and without prices', async () => {
  const items = [{ name: 'Bazin riche', quantity: 2, price: 1, reference: 'BAZ-1' }, { name: 'Foulard', quantity: 1, price: 1 }];

  const message = await arrival({ kind: 'order', text: 'these please', items });

  assert.deepEqual([message.kind, message.text, message.order.count], ['order', 'these please', 2]);
  const details = await w.host.request('order.details', { orderId: message.order.id, token: message.order.token }, SESSION);
  assert.deepEqual(details, { items: [{ name: 'Bazin riche', quantity: 2, reference: 'BAZ-1' }, { name: 'Foulard', quantity: 1, reference: null }] });
  await assert.rejects(w.host.request('order.details', { orderId: message.order.id, token: 'bm9uZQ==' }, SESSION), { code: 'order_gone' });
  await assert.rejects(w.host.request('order.details', {}, SESSION), { code: 'bad_request' });
});

test('an answer to a status post carries its words', async () => {
  const message = await arrival({ text: 'this one', quotedStatus: 'Bazin riche bleu' });

  assert.deepEqual([message.text, message.quotedText, message.quotedStatus], ['this one', 'Bazin riche bleu', true]);
});

test('a poll’s votes are nothing for people, and what is newer than we are is told as such', async () => {
  const poll = await arrival({ kind: 'poll', text: 'Which?', options: ['Bazin', 'Wax'] });
  const { id: vote } = await send({ kind: 'poll_vote', targetId: poll.id });

  const event = await arrival({ kind: 'event', text: 'party' });

  assert.equal(event.kind, 'unsupported');
  assert.ok(!w.host.store(SESSION).messages.some((message) => message.id === vote));
});

/** @param {object} body */
const send = (body) => w.sandbox.post(`/customers/${BUYER}/send`, { to: VENDOR, ...body });

/** @param {object} body */
async function arrival(body) {
  const { id } = await send(body);
  return w.host.until(() => w.host.store(SESSION).messages.find((message) => message.id === id), 'the message');
}
