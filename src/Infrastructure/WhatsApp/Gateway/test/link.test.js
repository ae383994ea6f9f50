import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Duplex } from 'node:stream';
import { test } from 'node:test';
import { encodeLine, LineReader } from '../src/frames.js';
import { Link } from '../src/link.js';
import { MAX_LINE_BYTES, ProtocolError } from '../src/protocol.js';

test('lines are put together from pieces of any size', () => {
  const reader = new LineReader();
  const bytes = Buffer.from('{"a":"é"}\n{"b":2}\n{"c"');
  const lines = [...bytes].flatMap((byte) => reader.push(Buffer.from([byte])));

  assert.deepEqual(lines, ['{"a":"é"}', '{"b":2}']);
  assert.deepEqual(reader.push(Buffer.from(':3}\n')), ['{"c":3}']);
});

test('a line over one mebibyte is refused in both directions', () => {
  assert.throws(() => new LineReader().push(Buffer.alloc(MAX_LINE_BYTES + 1, 0x20)), { code: 'frame_too_long' });
  assert.throws(() => encodeLine({ text: 'x'.repeat(MAX_LINE_BYTES) }), { code: 'frame_too_long' });
});

test('a request resolves with the body of its reply, whatever the order', async () => {
  const { link, host } = pair();
  const [first, second] = [link.request('keys.get', { n: 1 }, SCOPE), link.request('keys.get', { n: 2 }, SCOPE)];
  assert.deepEqual(await host.next(), { v: 1, id: 1, type: 'keys.get', session: 's', epoch: 7, body: { n: 1 } });
  await host.next();

  host.say({ v: 1, re: 2, ok: true, body: { answer: 2 } });
  host.say({ v: 1, re: 1, ok: false, error: { code: 'stale_owner', message: 'old', retryable: false } });
  assert.deepEqual(await second, { answer: 2 });
  await assert.rejects(first, { name: 'ProtocolError', code: 'stale_owner', retryable: false });
});

test('events count up and settle with the acknowledgement', async () => {
  const { link, host } = pair();
  let settled = 0;
  const events = [1, 2].map((n) => link.event('qr', { n }, SCOPE).then(() => settled++));
  assert.deepEqual([(await host.next()).seq, (await host.next()).seq], [1, 2]);

  host.say({ v: 1, ack: 1 });
  await events[0];
  assert.equal(settled, 1);
  link.close();
  await events[1];
});

test('a request of the host is answered, a refusal with its code, a failure without its message', async () => {
  const { host } = pair(async ({ type, body }) => {
    if (type === 'refused') {
      throw new ProtocolError('not_connected', 'no', true);
    }

    if (type === 'broken') {
      throw new Error('secret number 22890000001');
    }

    return { echo: body };
  });

  host.say({ v: 1, id: 1, type: 'fine', body: { a: 1 } });
  assert.deepEqual(await host.next(), { v: 1, re: 1, ok: true, body: { echo: { a: 1 } } });
  host.say({ v: 1, id: 2, type: 'refused' });
  assert.deepEqual((await host.next()).error, { code: 'not_connected', message: 'no', retryable: true });
  host.say({ v: 1, id: 3, type: 'broken' });
  assert.deepEqual((await host.next()).error, { code: 'internal', message: 'unexpected failure', retryable: false });
});

for (const broken of ['not json', '{"v":2,"ack":1}']) {
  test(`the link closes on the line ${broken}, and what waits fails`, async () => {
    const { link, host } = pair();
    const waiting = link.request('keys.creds', {}, SCOPE);
    host.raw(`${broken}\n`);

    await assert.rejects(waiting, { code: 'link_closed', retryable: true });
    await link.closed;
    await assert.rejects(link.request('keys.creds', {}, SCOPE), { code: 'link_closed' });
  });
}

const SCOPE = { session: 's', epoch: 7 };

/** @param {(request: any) => Promise<any>} [onRequest] */
function pair(onRequest = async () => ({})) {
  /** @type {any[]} */
  const frames = [];
  const reader = new LineReader();
  const stream = new Duplex({
    read() {},
    write(chunk, _encoding, done) {
      reader.push(chunk).forEach((line) => frames.push(JSON.parse(line)));
      stream.emit('frame');
      done();
    },
  });
  const link = new Link(/** @type {any} */ (stream), onRequest);
  const raw = (/** @type {string} */ line) => stream.push(line);
  const host = {
    raw,
    say: (/** @type {object} */ frame) => raw(`${JSON.stringify(frame)}\n`),
    next: async () => {
      if (frames.length === 0) {
        await once(stream, 'frame');
      }

      return frames.shift();
    },
  };
  return { link, host };
}
