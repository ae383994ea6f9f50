// A bare program on Baileys with all keys in memory: what the gateway is measured against. Lines of JSON on standard
// input; each is answered by one line. Licence: GPL-3.0, because it imports Baileys and with it libsignal.
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

for (const name of ['log', 'info', 'warn', 'error', 'debug']) {
  console[name] = () => {};
}

const [entry, serverUrl, rootKey, controlUrl] = process.argv.slice(2);
const { default: makeWASocket, initAuthCreds, proto, WA_CERT_DETAILS } = await import(pathToFileURL(entry).href);
WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(rootKey, 'hex');
const silent = { level: 'silent', child: () => silent, trace() {}, debug() {}, info() {}, warn() {}, error() {} };
const sessions = new Map();
let received = 0;
let echo = false;

function memoryKeys() {
  const values = new Map();
  return {
    get: async (type, ids) => Object.fromEntries(ids.map((id) => [id, values.get(`${type}/${id}`)]).filter(([, value]) => value)),
    set: async (data) => Object.entries(data).forEach(([type, byId]) => Object.entries(byId).forEach(([id, value]) =>
      value ? values.set(`${type}/${id}`, value) : values.delete(`${type}/${id}`))),
  };
}

function connect(session) {
  return new Promise((resolve) => {
    const sock = makeWASocket({
      waWebSocketUrl: serverUrl, auth: session.auth, logger: silent, markOnlineOnConnect: false, syncFullHistory: false, emitOwnEvents: false,
      shouldSyncHistoryMessage: ({ syncType }) => syncType !== proto.HistorySync.HistorySyncType.RECENT && syncType !== proto.HistorySync.HistorySyncType.FULL,
    });
    session.sock = sock;
    sock.ev.on('creds.update', (update) => Object.assign(session.auth.creds, update));
    sock.ev.on('connection.update', async ({ qr, connection, lastDisconnect }) => {
      if (qr) {
        await fetch(`${controlUrl}phones/${session.phone}/scan`, { method: 'POST', body: JSON.stringify({ qr }) });
      } else if (connection === 'open') {
        resolve();
      } else if (connection === 'close' && lastDisconnect?.error?.output?.statusCode === 515) {
        resolve(connect(session));
      }
    });
    sock.ev.on('messages.upsert', ({ messages }) => messages.filter(({ key, message }) => message && !key.fromMe).forEach(async ({ key, message }) => {
      received++;
      if (echo) {
        await sock.sendMessage(key.remoteJid, { text: `re: ${message.conversation ?? message.extendedTextMessage?.text}`, linkPreview: null });
      }
    }));
  });
}

const commands = {
  link: async ({ phone }) => {
    const session = { phone, auth: { creds: initAuthCreds(), keys: memoryKeys() } };
    sessions.set(phone, session);
    await connect(session);
  },
  echo: async ({ on }) => void (echo = on),
  count: async () => received,
  resume: async () => {
    const waiting = [...sessions.values()];
    waiting.forEach(({ sock }) => void sock.end(undefined).catch(() => {}));
    await Promise.all(Array.from({ length: 10 }, async () => {
      for (let session = waiting.shift(); session; session = waiting.shift()) {
        await connect(session);
      }
    }));
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ value: (await commands[command.do](command)) ?? null })}\n`);
}

process.exit(0);
