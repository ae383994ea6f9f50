import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { KeyedLocks, Limiter } from '../src/locks.js';
import { Lru } from '../src/lru.js';
import { Pulse } from '../src/pulse.js';
import { backoffMs, react } from '../src/reactions.js';
import { Repairs } from '../src/repairs.js';
import { describeStatus } from '../src/status.js';
import { Watchdog } from '../src/watchdog.js';

const linked = { paired: true, codeShown: false, losses: 0, restarts: 0 };

test('the server asking for a restart is followed at once, but not for ever', () => {
  assert.deepEqual(react(515, linked), { action: 'restart' });
  assert.deepEqual(react(515, { ...linked, restarts: 3 }), { action: 'retry', reason: 'restart_required' });
});

/** @type {[number | null, string, boolean][]} */
const final = [
  [401, 'logged_out', true], [402, 'restricted', false], [403, 'restricted', false], [405, 'failed', false],
  [406, 'restricted', false], [411, 'logged_out', true], [440, 'replaced', false],
];

for (const [code, state, forget] of final) {
  test(`code ${code} stops as ${state}`, () => {
    const reaction = react(code, linked);
    assert.deepEqual(reaction.action === 'stop' && [reaction.state, reaction.forget], [state, forget]);
  });
}

for (const code of [408, 428, 500, 503, null, 999]) {
  test(`code ${code} is tried again`, () => assert.equal(react(code, { ...linked, losses: 1000 }).action, 'retry'));
}

test('a code that nobody scanned expires, but a lost connection before it is tried again a few times', () => {
  const pairing = { paired: false, codeShown: true, losses: 0, restarts: 0 };
  const expired = react(408, pairing);
  assert.deepEqual(expired.action === 'stop' && [expired.state, expired.forget], ['expired', true]);
  assert.equal(react(408, { ...pairing, codeShown: false }).action, 'retry');
  assert.equal(react(428, { ...pairing, losses: 5 }).action, 'stop');
});

test('the waits double from a second to a minute, with jitter below', () => {
  assert.deepEqual([1, 2, 3, 7, 50].map((losses) => backoffMs(losses, 428, 1)), [1000, 2000, 4000, 60_000, 60_000]);
  assert.equal(backoffMs(1, null, 0), 500);
});

test('a server that calls itself overloaded is asked from five seconds on, at most every five minutes', () => {
  assert.deepEqual([1, 2, 7, 50].map((losses) => backoffMs(losses, 503, 1)), [5_000, 10_000, 300_000, 300_000]);
});

test('a connection with evidence is not asked, a quiet one is, and one that does not answer is deaf', async () => {
  const seen = pulse({ evidenceMs: 60 });
  for (let round = 0; round < 10; round++) {
    seen.pulse.evidence();
    await pause(10);
  }

  assert.deepEqual([seen.asked, seen.deaf], [0, 0]);
  await pause(200);
  assert.ok(seen.asked >= 1);
  assert.equal(seen.deaf, 0);
  seen.answer = () => Promise.reject(new Error('no answer'));
  await pause(200);
  assert.equal(seen.deaf, 1);
});

test('a server that answers questions and acknowledges nothing is deaf', async () => {
  const seen = pulse({ evidenceMs: 60 });
  seen.pulse.sent('A');
  await pause(200);
  assert.deepEqual([seen.deaf, seen.proven], [1, 0]);
});

test('what was acknowledged, or never left, is not waited for', async () => {
  const seen = pulse({ evidenceMs: 60 });
  seen.pulse.sent('A');
  seen.pulse.sent('B');
  seen.pulse.evidence('A');
  seen.pulse.unsent('B');
  await pause(200);
  assert.equal(seen.deaf, 0);
  seen.pulse.stop();
});

test('repairs go from a new connection over a fresh start to telling the vendor, and begin anew once mended', () => {
  const repairs = new Repairs();
  assert.deepEqual([repairs.next('no_answer'), repairs.next('no_answer'), repairs.exhausted], ['reconnect', 'resume', false]);
  assert.deepEqual([repairs.next('no_answer'), repairs.next('no_answer'), repairs.exhausted], ['tell', 'tell', true]);
  assert.deepEqual([repairs.mended(false), repairs.mended(false), repairs.next('no_answer')], [true, false, 'reconnect']);
});

test('only an acknowledgement mends missing acknowledgements', () => {
  const repairs = new Repairs();
  repairs.next('no_acknowledgement');
  assert.deepEqual([repairs.mended(false), repairs.next('no_acknowledgement')], [false, 'resume']);
  repairs.mended(true);
  assert.equal(repairs.next('no_acknowledgement'), 'reconnect');
});

test('states of a sent message have names, a refusal keeps its code, own devices have none', () => {
  const message = { id: 'A', chat: 'x@lid' };
  assert.deepEqual([2, 3, 4, 5].map((code) => describeStatus({ ...message, code })?.status), ['server', 'delivered', 'read', 'played']);
  assert.deepEqual(describeStatus({ ...message, code: 2, error: '463' }), { ...message, status: 'error', code: 463 });
  assert.equal(describeStatus({ ...message, code: 1 }), null);
});

test('the watchdog bites when no answer comes', async () => {
  const bites = watch({ answerMs: 20, silenceMs: 1000, checkMs: 5 });
  await pause(60);
  assert.equal(bites.count, 1);
});

test('the watchdog bites when an answered connection falls silent, and not before', async () => {
  const bites = watch({ answerMs: 20, silenceMs: 60, checkMs: 5 });
  bites.dog.answered();
  for (let round = 0; round < 10; round++) {
    bites.dog.frame();
    await pause(10);
  }

  assert.equal(bites.count, 0);
  await pause(100);
  assert.equal(bites.count, 1);
});

test('a stopped watchdog is quiet', async () => {
  const bites = watch({ answerMs: 5, silenceMs: 5, checkMs: 5 });
  bites.dog.stop();
  await pause(30);
  assert.equal(bites.count, 0);
});

test('work on one key runs in order and alone, also when it fails; other keys go on', async () => {
  const locks = new KeyedLocks();
  /** @type {string[]} */
  const order = [];
  const slow = locks.run(['a'], async () => {
    await pause(20);
    order.push('slow');
    throw new Error('failed');
  });
  const both = locks.run(['b', 'a'], async () => void order.push('both'));
  const free = locks.run(['c'], async () => void order.push('free'));

  await assert.rejects(slow, /failed/);
  await Promise.all([both, free]);
  assert.deepEqual(order, ['free', 'slow', 'both']);
});

test('two callers that want the same two keys do not wait for each other for ever', async () => {
  const locks = new KeyedLocks();
  const work = () => pause(1);
  await Promise.all([locks.run(['a', 'b'], work), locks.run(['b', 'a'], work), locks.run(['a', 'a'], work)]);
});

test('no more than the width of the limiter are in, and leaving twice frees one place only', async () => {
  const limiter = new Limiter(2);
  const [first] = [await limiter.acquire(), await limiter.acquire()];
  let inside = 0;
  void limiter.acquire().then(() => inside++);
  void limiter.acquire().then(() => inside++);
  await pause(1);
  assert.equal(inside, 0);

  first();
  first();
  await pause(1);
  assert.equal(inside, 1);
});

test('what was used least recently is forgotten first, and everything after its time', async () => {
  const cache = new Lru(3, 30);
  ['a', 'b', 'c'].forEach((key) => cache.set(key, key));
  cache.get('a');
  cache.set('d', 'd', 2);
  assert.deepEqual(['a', 'b', 'c', 'd'].map((key) => cache.get(key)), ['a', undefined, undefined, 'd']);

  cache.set('giant', 'giant', 4);
  assert.deepEqual([cache.get('a'), cache.get('giant')], ['a', undefined]);
  await pause(40);
  assert.equal(cache.get('a'), undefined);
});

/** @param {import('../src/watchdog.js').Patience} patience */
function watch(patience) {
  const bites = { count: 0, dog: new Watchdog(() => bites.count++, patience) };
  return bites;
}

/** @param {{ evidenceMs: number }} patience */
function pulse({ evidenceMs }) {
  const seen = { asked: 0, deaf: 0, proven: 0, answer: () => Promise.resolve() };
  const parts = {
    scope: { session: 'S', epoch: 1 },
    evidenceMs,
    probe: () => {
      seen.asked++;
      return seen.answer();
    },
    onProven: () => void seen.proven++,
    onDeaf: () => void seen.deaf++,
  };
  return Object.assign(seen, { pulse: new Pulse(parts) });
}
