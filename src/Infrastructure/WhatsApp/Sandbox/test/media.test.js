import '../src/silence.js';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { RunningSandbox } from './harness.js';

const VENDOR = '+22895000001';
const AMA = '+22895000002';
const CLIENT = fileURLToPath(new URL('media-client.js', import.meta.url));
const image = randomBytes(300_000);
const voice = oggOf(3);
/** @type {string} */ let files;
/** @type {RunningSandbox} */ let sandbox;
/** @type {any} */ let done;

before(async () => {
  sandbox = await RunningSandbox.start();
  files = await mkdtemp(join(tmpdir(), 'sandbox-files-'));
  const [imagePath, voicePath] = [join(files, 'a.jpg'), join(files, 'a.ogg')];
  await Promise.all([writeFile(imagePath, image), writeFile(voicePath, voice)]);
  await sandbox.post('/phones', { number: VENDOR, name: 'Awa' });
  const { lid } = await sandbox.post('/customers', { number: AMA });
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: sandbox.info.mediaCa };
  const args = [CLIENT, JSON.stringify(sandbox.info), VENDOR, lid, imagePath, voicePath, AMA];
  done = JSON.parse((await promisify(execFile)(process.execPath, args, { env })).stdout);
});

after(async () => {
  await sandbox?.stop();
  await rm(files, { recursive: true });
});

/** One Ogg page that says how long the sound is. @param {number} seconds */
function oggOf(seconds) {
  const page = Buffer.alloc(64);
  page.write('OggS');
  page.writeBigInt64LE(BigInt(seconds * 48_000), 6);
  return page;
}

/** @param {Buffer} bytes */
const sha256 = bytes => createHash('sha256').update(bytes).digest('hex');

test('an image from the client arrives whole at the customer', async () => {
  const { kind, text, media } = await sandbox.shown(`/customers/${AMA}`, done.image);

  assert.deepEqual([kind, text, media.intact, media.sha256, media.bytes], ['image', 'Blue', true, sha256(image), image.length]);
  assert.deepEqual(await readFile(media.path), image);
});

test('a voice note from the client arrives whole at the customer', async () => {
  const { kind, media } = await sandbox.shown(`/customers/${AMA}`, done.voice);

  assert.deepEqual([kind, media.intact, media.seconds, media.sha256], ['audio', true, 3, sha256(voice)]);
});

test('the client downloads and decrypts a customer’s image', () => {
  assert.equal(done.receivedImage.sha256, sha256(image));
  assert.equal(done.receivedImage.content.imageMessage.caption, 'Like this');
});

test('the client downloads and decrypts a customer’s voice note', () => {
  assert.equal(done.receivedVoice.sha256, sha256(voice));
  assert.deepEqual([done.receivedVoice.content.audioMessage.ptt, done.receivedVoice.content.audioMessage.seconds], [true, 3]);
});

test('a voice note that was listened to is shown as played', async () => {
  await sandbox.post(`/customers/${AMA}/read`, { with: VENDOR, played: true });

  assert.equal((await sandbox.shown(`/phones/${VENDOR}`, done.voice)).status, 'played');
  assert.equal((await sandbox.shown(`/phones/${VENDOR}`, done.image)).status, 'read');
});

test('a file that is gone is uploaded again by the phone', () => {
  assert.equal(done.expired.sha256, sha256(image));
});

test('a refused upload fails the sending', () => {
  assert.equal(done.refused, 'refused');
});
