import '../src/silence.js';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { downloadMediaMessage } from 'baileys';
import { Client, eventually } from './client.js';

// A program of its own, because the authority for TLS can only be given when Node starts (NODE_EXTRA_CA_CERTS).
// Arguments: the sandbox's info, the phone's number, the customer's LID, an image, a voice note.
// Answers on standard output with what it sent and received.
const [info, number, lid, imagePath, voicePath] = process.argv.slice(2);
const server = JSON.parse(info);
const client = new Client(server);

/** @param {string} path @param {object} body */
async function post(path, body) {
  const response = await fetch(server.controlUrl + path, { method: 'POST', body: JSON.stringify(body) });
  return /** @type {any} */ (await response.json());
}

/** @param {object} content */
async function upload(content) {
  return client.send(lid, content).catch(() => 'refused');
}

async function link() {
  client.connect();
  const { qr } = await client.connection(update => update.qr);
  await post(`/phones/${number}/scan`, { qr });
  await client.closed();
  await client.open();
}

/** @param {any} message */
function fetchBytes(message) {
  return downloadMediaMessage(message, 'buffer', {});
}

/** @param {string} customer @param {object} content */
async function download(customer, content) {
  const { id } = await post(`/customers/${customer}/send`, { to: number, ...content });
  const message = await eventually(() => client.messages.find(({ key }) => key.id === id));
  const bytes = await fetchBytes(message).catch(async () => fetchBytes(await client.socket.updateMediaMessage(message)));
  return { content: message.message, sha256: createHash('sha256').update(bytes).digest('hex') };
}

const customer = process.argv[7];
await link();
await post('/faults', { kind: 'refuse_upload' });
const refused = await upload({ image: await readFile(imagePath), mimetype: 'image/jpeg' });
const image = await upload({ image: await readFile(imagePath), caption: 'Blue', mimetype: 'image/jpeg' });
const waveform = new Uint8Array(64);
const voice = await upload({ audio: await readFile(voicePath), ptt: true, seconds: 3, waveform, mimetype: 'audio/ogg; codecs=opus' });
const receivedImage = await download(customer, { kind: 'image', path: imagePath, text: 'Like this' });
const receivedVoice = await download(customer, { kind: 'audio', path: voicePath });
await post('/faults', { kind: 'refuse_download' });
const expired = await download(customer, { kind: 'image', path: imagePath });
process.stdout.write(JSON.stringify({ expired, refused, image, voice, receivedImage, receivedVoice }), () => process.exit(0));
