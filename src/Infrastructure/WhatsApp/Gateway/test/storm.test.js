import assert from 'node:assert/strict';
import { after, before, mock, test } from 'node:test';
import { Limiter } from '../src/locks.js';
import { link, world } from './support/programs.js';

// Many sessions that come back at the same time come back one after the other.

const SESSIONS = 12;
const AT_ONCE = 3;

/** @type {import('./support/programs.js').World} */
let w;

before(async () => void (w = await world(0, { WASAAS_CONNECTING: `${AT_ONCE}`, WASAAS_CONNECT_GAP_MS: '5' })));
after(() => w.end());

for (const [name, holdMs, atOnce, perSecond] of /** @type {[string, number, number, number][]} */ ([
  ['quick ones begin no faster than twenty a second', 300, 6, 20],
  ['slow ones are never more than ten at a time', 2_000, 10, 10],
])) {
  test(`of two hundred that ask in the same moment ${name}, and all get in`, async () => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    const limiter = new Limiter(10, 50);
    /** @type {number[]} */
    const begun = [];
    let [inside, most] = [0, 0];
    for (let n = 0; n < 200; n++) {
      void limiter.acquire().then((leave) => {
        begun.push(Date.now());
        most = Math.max(most, ++inside);
        setTimeout(() => (inside--, leave()), holdMs);
      });
    }

    for (let ticks = 0; ticks < 1_000 && begun.length < 200; ticks++) {
      await settle();
      mock.timers.tick(50);
    }

    mock.timers.reset();
    assert.deepEqual([begun.length, most], [200, atOnce]);
    assert.equal(Math.max(...begun.map((from) => begun.filter((at) => at >= from && at < from + 1_000).length)), perSecond);
  });
}

test('a clock that is set back keeps nobody waiting', async () => {
  mock.timers.enable({ apis: ['Date'], now: 10_000_000 });
  const limiter = new Limiter(2, 20);
  await limiter.acquire();
  mock.timers.setTime(1);

  await limiter.acquire();
  mock.timers.reset();
});

test('all sessions of a process come back, a few at a time', async () => {
  const sessions = Array.from({ length: SESSIONS }, (_, n) => `session-${n}`);
  for (const [n, session] of sessions.entries()) {
    await link(w, session, String(22890100000 + n));
  }

  await w.restart();
  const from = w.host.events.length;
  await Promise.all(sessions.map((session) => w.host.request('session.start', { method: 'resume' }, session, 2)));
  await w.host.until(() => states(from, 'connected').length === SESSIONS, 'all sessions');

  assert.deepEqual(states(from, 'connected').sort(), [...sessions].sort());
  assert.equal(mostAtOnce(from), AT_ONCE);
  assert.deepEqual(states(from, 'reconnecting'), []);
});

/** @param {number} from @param {string} state */
const states = (from, state) => w.host.events.slice(from).filter(({ type, body }) => type === 'state' && body.state === state).map(({ session }) => session);

/** @param {number} from */
function mostAtOnce(from) {
  let [inside, most] = [0, 0];
  for (const { type, body } of w.host.events.slice(from)) {
    inside += type !== 'state' ? 0 : body.state === 'connecting' ? 1 : body.state === 'connected' ? -1 : 0;
    most = Math.max(most, inside);
  }

  return most;
}

const settle = () => new Promise((resolve) => setImmediate(resolve));
