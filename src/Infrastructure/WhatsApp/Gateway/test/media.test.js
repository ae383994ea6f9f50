import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { saveMedia } from '../src/media.js';
import { compose, quotedMessage } from '../src/outgoing.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gateway-media-'));
const target = path.join(folder, 'file');
const bytes = Buffer.from('ten bytes!');
after(() => fs.rmSync(folder, { recursive: true }));

/** @type {import('../src/protocol.js').Media} */
const media = {
  kind: 'image', mime: 'image/jpeg', bytes: bytes.length, key: 'AA==', directPath: '/v/x', url: 'https://example.org/x',
  sha256: createHash('sha256').update(bytes).digest('base64'),
};
const open = async () => Readable.from([bytes.subarray(0, 4), bytes.subarray(4)]);

test('a file is written when length and hash are as declared', async () => {
  assert.equal(await saveMedia(open, media, target), bytes.length);
  assert.deepEqual(fs.readFileSync(target), bytes);
});

/** @type {[string, Partial<import('../src/protocol.js').Media>, string][]} */
const refused = [
  ['another hash', { sha256: Buffer.alloc(32).toString('base64') }, 'media_corrupt'],
  ['more bytes than declared', { bytes: 3 }, 'media_corrupt'],
  ['fewer bytes than declared', { bytes: 11 }, 'media_corrupt'],
  ['a declared size over the limit', { bytes: 65 * 1024 * 1024 }, 'media_too_large'],
  ['a path that names another host', { directPath: '@example.org/x' }, 'media_gone'],
  ['no path but an address', { directPath: null }, 'media_gone'],
];

for (const [name, change, code] of refused) {
  test(`${name}: refused, and nothing stays on the disk`, async () => {
    await assert.rejects(saveMedia(open, { ...media, ...change }, target), { code });
    assert.ok(!fs.existsSync(target));
  });
}

for (const [status, code] of /** @type {[number, string][]} */ ([[404, 'media_gone'], [410, 'media_gone'], [500, 'media_unreachable']])) {
  test(`an answer ${status} of the media host is ${code}`, async () => {
    const failing = async () => Promise.reject(Object.assign(new Error('x'), { output: { statusCode: status } }));
    await assert.rejects(saveMedia(failing, media, target), { code });
  });
}

test('a file that has expired is fetched from where the phone puts it, and from no other host', async () => {
  const moved = async (/** @type {import('../src/protocol.js').Media} */ { directPath }) =>
    directPath === '/v/new' ? open() : Promise.reject(Object.assign(new Error('x'), { output: { statusCode: 404 } }));
  assert.equal(await saveMedia(moved, media, target, async () => '/v/new'), bytes.length);

  await assert.rejects(saveMedia(moved, media, target, async () => '@example.org/x'), { code: 'media_gone' });
  await assert.rejects(saveMedia(moved, media, target, async () => '/v/elsewhere'), { code: 'media_gone' });
  await assert.rejects(saveMedia(moved, media, target, async () => Promise.reject(new Error('418'))), { code: 'media_gone' });
});

test('a text is sent without looking up the addresses in it', async () => {
  assert.deepEqual(await compose({ kind: 'text', text: 'see https://example.org' }), { text: 'see https://example.org', linkPreview: null });
});

test('a voice note keeps its length and waveform', async () => {
  fs.writeFileSync(target, bytes);
  assert.deepEqual(await compose({ kind: 'audio', path: target, seconds: 4, waveform: 'AQID' }), {
    audio: bytes, ptt: true, mimetype: 'audio/ogg; codecs=opus', seconds: 4, waveform: new Uint8Array([1, 2, 3]),
  });
});

test('a place keeps a coordinate of zero', async () => {
  const content = await compose({ kind: 'location', latitude: 0, longitude: 1.2, name: 'Equator' });
  assert.deepEqual(content, { location: { degreesLatitude: 0, degreesLongitude: 1.2, name: 'Equator' } });
});

/** @type {[object, string][]} */
const wrong = [
  [{ kind: 'text' }, 'bad_request'], [{ kind: 'delete' }, 'bad_request'], [{ kind: 'constructor' }, 'bad_request'],
  [{ kind: 'image', path: path.join(folder, 'absent') }, 'file_missing'], [{ kind: 'image', path: 'https://example.org/x' }, 'file_missing'],
];

for (const [body, code] of wrong) {
  test(`${JSON.stringify(body).replace(folder, '')} is ${code}`, () => assert.rejects(async () => compose(body), { code }));
}

test('a quotation names the quoted message', () => {
  const quoted = quotedMessage({ chat: 'x@lid', quoted: { id: 'Q1', text: 'what?' } });
  assert.deepEqual(quoted, { key: { remoteJid: 'x@lid', id: 'Q1', fromMe: false }, message: { conversation: 'what?' } });
  assert.equal(quotedMessage({ chat: 'x@lid' }), undefined);
});
