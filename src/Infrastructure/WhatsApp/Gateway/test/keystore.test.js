import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { CommitQueue } from '../src/commits.js';
import { KeyStore } from '../src/keystore.js';
import { MAX_LINE_BYTES } from '../src/protocol.js';

test('commits leave one after another in order, and what comes in one breath or waits meanwhile goes together', async () => {
  const { keys, commits, confirm } = heldStore();
  const done = ['a', 'b'].map((id) => keys.outer.set({ session: { [id]: id } }));
  await turn();
  assert.deepEqual(ids(commits), [['a', 'b']]);

  for (const id of ['c', 'd']) {
    done.push(keys.outer.set({ session: { [id]: id } }));
    await turn();
  }

  confirm();
  await turn();
  assert.deepEqual(ids(commits), [['a', 'b'], ['c', 'd']]);
  confirm();
  await Promise.all(done);
});

test('a value written twice while waiting is stored once, as written last', async () => {
  const { keys, commits, confirm } = heldStore();
  const done = [keys.outer.set({ session: { a: 1 } }), keys.outer.set({ session: { a: 2 } })];
  await turn();

  assert.deepEqual(commits[0].set.map((/** @type {any} */ { id, value }) => [id, text(value)]), [['a', '2']]);
  confirm();
  await Promise.all(done);
});

test('a set settles only after the commit, though readers see the value at once', async () => {
  const { keys, confirm } = heldStore();
  let settled = false;
  const done = keys.outer.set({ session: { a: 'new' } }).then(() => (settled = true));

  assert.deepEqual(await keys.outer.get('session', ['a']), { a: 'new' });
  await turn();
  assert.equal(settled, false);
  confirm();
  await done;
  assert.deepEqual(await keys.outer.get('session', ['a']), { a: 'new' });
});

test('after a failed commit the session is told first, and nothing is sent any more', async () => {
  /** @type {string[]} */
  const order = [];
  let sent = 0;
  const failing = async () => {
    sent++;
    throw new Error('no database');
  };
  const keys = new KeyStore({ load: async () => ({}), commit: failing, onFailure: () => order.push('session') });

  const failures = ['a', 'b'].map((id) => keys.outer.set({ session: { [id]: 1 } }).catch(() => order.push(id)));
  await Promise.all(failures);
  await assert.rejects(keys.outer.set({ session: { c: 1 } }), /no database/);
  assert.deepEqual(order, ['session', 'a', 'b']);
  assert.equal(sent, 1);
});

test('each value is loaded once, absence too', async () => {
  /** @type {string[][]} */
  const loads = [];
  const keys = new KeyStore({
    load: async (_type, wanted) => (loads.push(wanted), { known: base64('"yes"') }),
    commit: async () => ({}),
    onFailure: assert.fail,
  });

  for (let round = 0; round < 3; round++) {
    assert.deepEqual(await keys.outer.get('tctoken', ['known', 'absent']), { known: 'yes' });
  }

  assert.deepEqual(loads, [['known', 'absent']]);
});

test('a write that overtakes a read is not undone by its late answer', async () => {
  /** @type {(values: Record<string, string>) => void} */
  let answer = () => {};
  const load = () => new Promise((/** @type {(values: Record<string, string>) => void} */ resolve) => (answer = resolve));
  const keys = new KeyStore({ load, commit: async () => ({}), onFailure: assert.fail });

  const reading = keys.outer.get('session', ['a', 'b']);
  await keys.outer.set({ session: { a: 'new', b: null } });
  answer({ a: base64('"old"'), b: base64('"old"') });

  assert.deepEqual(await reading, { a: 'new' });
  assert.deepEqual(await keys.outer.get('session', ['a', 'b']), { a: 'new' });
});

test('writes of a step are seen inside it and by nobody else until they are committed', async () => {
  const { keys, commits } = heldStore();
  const { writes } = await keys.step(async () => {
    await keys.inner.set({ session: { a: 'stepped' } });
    assert.deepEqual(await keys.inner.get('session', ['a']), { a: 'stepped' });
    assert.deepEqual(await keys.outer.get('session', ['a']), {});
  });

  assert.equal(commits.length, 0);
  assert.deepEqual([...writes.keys()], ['session/a']);
});

test('binary values come back as bytes', async () => {
  const keys = new KeyStore({ load: async () => ({}), commit: async () => ({}), onFailure: assert.fail });
  await keys.outer.set({ 'identity-key': { a: new Uint8Array([5, 1, 2]) } });
  assert.deepEqual(await keys.outer.get('identity-key', ['a']), { a: Buffer.from([5, 1, 2]) });
});

test('a batch ends before it grows longer than a line', async () => {
  /** @type {any[]} */
  const bodies = [];
  const queue = new CommitQueue(async (body) => bodies.push(body), assert.fail);
  const value = 'x'.repeat(100_000);
  await Promise.all([1, 2, 3, 4, 5].map((n) => queue.push({ set: [{ type: 'session', id: `${n}`, value }] })));

  assert.deepEqual(ids(bodies), [['1', '2'], ['3', '4'], ['5']]);
});

test('an address book of ten thousand goes in several commits, none longer than a line', async () => {
  /** @type {any[]} */
  const bodies = [];
  const keys = new KeyStore({ load: async () => ({}), commit: async (body) => bodies.push(body), onFailure: assert.fail });
  const mappings = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`${22890000000 + n}`, `${100000000000000 + n}`]));
  await keys.outer.set({ 'lid-mapping': mappings });

  assert.equal(ids(bodies).flat().length, 20_000);
  assert.ok(bodies.every((body) => JSON.stringify(body).length < MAX_LINE_BYTES / 2));
});

test('what grows too long and can be fetched again is stored as absent', async () => {
  /** @type {any[]} */
  const bodies = [];
  const keys = new KeyStore({ load: async () => ({}), commit: async (body) => bodies.push(body), onFailure: assert.fail });
  await keys.outer.set({ 'app-state-sync-version': { regular: { version: 1, hash: 'x'.repeat(700_000) } } });

  assert.deepEqual(bodies[0].set, [{ type: 'app-state-sync-version', id: 'regular', value: null }]);
});

test('credentials are taken when the commit leaves, so that none is stale', async () => {
  /** @type {any[]} */
  const bodies = [];
  const queue = new CommitQueue(async (body) => bodies.push(body), assert.fail);
  let creds = 'old';
  const done = [queue.push({ set: [] }), queue.push({ creds: () => creds }), queue.push({ creds: () => creds })];
  creds = 'new';
  await Promise.all(done);

  assert.deepEqual(bodies.map((body) => body.creds), ['new']);
});

/** A store whose commits wait until they are confirmed by hand. */
function heldStore() {
  /** @type {any[]} */
  const commits = [];
  /** @type {(() => void)[]} */
  const held = [];
  const keys = new KeyStore({
    load: async () => ({}),
    commit: (body) => new Promise((resolve) => (commits.push(body), held.push(() => resolve({})))),
    onFailure: assert.fail,
  });
  return { keys, commits, confirm: () => held.shift()?.() };
}

const turn = () => pause(1);
/** @param {any[]} commits */
const ids = (commits) => commits.map(({ set }) => set.map((/** @type {any} */ write) => write.id));
/** @param {string} value */
const base64 = (value) => Buffer.from(value).toString('base64');
/** @param {string} value */
const text = (value) => Buffer.from(value, 'base64').toString();
