import makeWASocket, {
  Browsers, BufferJSON, DEFAULT_CONNECTION_CONFIG, WA_CERT_DETAILS, downloadContentFromMessage, generateWAMessage,
  initAuthCreds, isJidBot, isJidBroadcast, isJidGroup, isJidNewsletter, isLidUser, isPnUser, jidNormalizedUser,
  normalizeMessageContent, proto, unpadRandomMax16,
} from 'baileys';
import { ProtocolError } from './protocol.js';
import { whileSending } from './sending.js';

// The only file that knows Baileys. What leaves it is plain data, or an opaque value that comes back in here.

/** @typedef {import('baileys').AuthenticationCreds} Creds */
/** @typedef {import('baileys').SignalRepositoryWithLIDStore} Repository */
/** @typedef {import('baileys').proto.IMessage} MessageProto */
/** @typedef {import('baileys').proto.Message.IDocumentMessage} FileProto */
/** @typedef {import('baileys').proto.IContextInfo} ContextInfo */
/** @typedef {import('baileys').AnyMessageContent} Outgoing */
/** @typedef {Awaited<ReturnType<typeof openConnection>>} Connection */

/**
 * @typedef {object} Handlers
 * @property {() => void} frame something came from the server
 * @property {(acknowledged?: string) => void} evidence a message, a receipt or the acknowledgement of a message came
 * @property {(qr: string) => void} qr
 * @property {() => void} paired
 * @property {() => void} open
 * @property {(code: number | null) => void} closed
 * @property {() => void} creds the credentials object has changed
 * @property {(ciphertext: Uint8Array, attrs: Record<string, string>) => void} ciphertext before it is decrypted
 * @property {(attrs: Record<string, string>) => void} withheld a message that is for the phone's eyes only
 * @property {(status: import('./status.js').Status) => void} status
 * @property {(placeholder: object) => void} undecryptable
 * @property {(presence: { chat: string, state: string }) => void} presence
 * @property {(limits: { active: boolean, until: number | null }) => void} limits
 */

const UNAVAILABLE = 503;

export const EDIT = proto.Message.ProtocolMessage.Type.MESSAGE_EDIT;
export const REVOKE = proto.Message.ProtocolMessage.Type.REVOKE;

/** @type {import('baileys').SocketConfig['logger']} libsignal's and Baileys' logs contain keys and texts */
const silent = {
  level: 'silent', child: () => silent, trace() {}, debug() {}, info() {}, warn() {}, error() {},
};

/** @param {Buffer} key root of the Noise certificates of a server for trying and tests */
export function trustRoot(key) {
  WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(key);
}

/** @param {[number, number, number] | null} version @returns {string} the one that is spoken to the server */
export const spokenVersion = (version) => (version ?? DEFAULT_CONNECTION_CONFIG.version).join('.');

export const newCreds = () => initAuthCreds();
/** @param {unknown} value */
export const encodeKey = (value) => JSON.stringify(value, BufferJSON.replacer);
/** @param {Creds} creds */
export const encodeCreds = (creds) => Buffer.from(encodeKey(creds)).toString('base64');
/** @param {string} text @returns {Creds} */
export const decodeCreds = (text) => JSON.parse(Buffer.from(text, 'base64').toString('utf8'), BufferJSON.reviver);

/**
 * @param {string} type
 * @param {string} text
 */
export function decodeKey(type, text) {
  // Read with every message, and long: libsignal writes its sessions without buffers, so nobody needs to look for them.
  if (type === 'session' && !text.includes('"Buffer"')) {
    return JSON.parse(text);
  }

  const value = JSON.parse(text, BufferJSON.reviver);
  return type === 'app-state-sync-key' ? proto.Message.AppStateSyncKeyData.fromObject(value) : value;
}

/** @param {string | undefined} jid without its device */
export const bare = (jid) => jidNormalizedUser(jid);
/** @param {string} jid */
export const isLid = (jid) => Boolean(isLidUser(jid));
/** @param {string} jid */
export const isPerson = (jid) => Boolean(isLidUser(jid) || isPnUser(jid)) && !isJidBot(jid) && !jid.startsWith('0@');

/** @param {string} jid dropped before decryption; never a LID, which is how customers are addressed */
const isIgnored = (jid) => Boolean(isJidGroup(jid) || isJidBroadcast(jid) || isJidNewsletter(jid) || isJidBot(jid));

/** @param {Uint8Array} padded @returns {MessageProto | null} */
export function decodePlaintext(padded) {
  try {
    return proto.Message.decode(unpadRandomMax16(padded));
  } catch {
    return null;
  }
}

/** @param {Uint8Array} bytes */
export const decodeWebMessage = (bytes) => proto.WebMessageInfo.decode(bytes);
/** @param {MessageProto} message */
export const normalizeContent = (message) => normalizeMessageContent(message);
/** @param {MessageProto} message */
export const encodeMessage = (message) => Buffer.from(proto.Message.encode(message).finish()).toString('base64');

/**
 * @param {Creds} creds
 * @param {import('./keystore.js').KeyStore} keys
 * @param {(jids: string[]) => Promise<import('baileys').LIDMapping[] | undefined>} [findLids]
 * @returns {Repository}
 */
export const makeRepository = (creds, keys, findLids) =>
  DEFAULT_CONNECTION_CONFIG.makeSignalRepository({ creds, keys: /** @type {any} */ (keys.inner) }, silent, findLids);

/**
 * One connection attempt; after a close a new one is opened.
 *
 * @param {object} options
 * @param {Creds} options.creds
 * @param {any} options.keys
 * @param {(makeInner: typeof makeRepository, findLids: any) => Repository} options.repository
 * @param {object} options.caches
 * @param {import('./settings.js').Settings} options.settings
 * @param {[number, number, number] | null} options.version of WhatsApp Web
 * @param {(id: string) => Promise<string | null>} options.findSent base64 of a message that we sent
 * @param {Handlers} options.on
 */
export function openConnection({ creds, keys, repository, caches, settings, version, findSent, on }) {
  const sock = makeWASocket({
    ...caches,
    ...(settings.serverUrl && { waWebSocketUrl: settings.serverUrl }),
    ...(version && { version }),
    auth: { creds, keys },
    logger: silent,
    browser: Browsers.ubuntu('Chrome'),
    // Online, the vendor's phone would stop showing notifications.
    markOnlineOnConnect: false,
    syncFullHistory: false,
    // The others are needed: they bring the LID mappings and the trust tokens that replies depend on.
    shouldSyncHistoryMessage: ({ syncType }) =>
      syncType !== proto.HistorySync.HistorySyncType.RECENT && syncType !== proto.HistorySync.HistorySyncType.FULL,
    shouldIgnoreJid: isIgnored,
    emitOwnEvents: false,
    enableRecentMessageCache: false,
    // A failed commit ends the session, there is nothing to retry.
    transactionOpts: { maxCommitRetries: 1, delayBetweenTriesMs: 0 },
    getMessage: async ({ id }) => {
      const bytes = id ? await findSent(id) : null;
      return bytes ? proto.Message.decode(Buffer.from(bytes, 'base64')) : undefined;
    },
    makeSignalRepository: (_auth, _logger, findLids) => repository(makeRepository, findLids),
  });
  listen(sock, on);

  return {
    end: () => void sock.end(undefined).catch(() => {}),
    /** @param {string} phone digits */
    pairingCode: (phone) => sock.requestPairingCode(phone),
    unlink: () => unlink(sock),
    /** Asks the server something that it always answers. @param {number} patienceMs */
    probe: async (patienceMs) => void (await sock.query(ping(sock.generateMessageTag()), patienceMs)),
    /** @param {string} chat @param {string[]} ids */
    read: (chat, ids) => sock.readMessages(ids.map((id) => ({ remoteJid: chat, id, fromMe: false }))),
    /** @param {string} chat @param {'composing' | 'recording' | 'paused'} state */
    typing: (chat, state) => sock.sendPresenceUpdate(state, chat),
    /** @param {string} chat */
    watchTyping: (chat) => sock.presenceSubscribe(chat),
    /** @param {string} chat @param {Outgoing} content @param {string} messageId @param {any} [quoted] */
    send: (chat, content, messageId, quoted) => send(sock, chat, content, messageId, quoted),
    /** @param {import('./protocol.js').Media} media */
    download: (media) => download(sock, media),
    /** @param {string} id @param {string} token */
    order: (id, token) => sock.getOrderDetails(id, token),
    /** @param {number} limit @param {string} [cursor] */
    catalogue: (limit, cursor) => sock.getCatalog({ limit, cursor }),
    /** @param {import('./protocol.js').Media} media @param {import('./protocol.js').MessageRef} message @param {number} patienceMs */
    reupload: (media, message, patienceMs) => reupload(sock, media, message, patienceMs),
  };
}

/** @param {string} id */
const ping = (id) => ({ tag: 'iq', attrs: { id, to: 's.whatsapp.net', type: 'get', xmlns: 'w:p' }, content: [{ tag: 'ping', attrs: {} }] });

/**
 * @param {import('baileys').WASocket} sock
 * @param {Handlers} on
 */
function listen(sock, on) {
  sock.ws.on('frame', on.frame);
  // Baileys listens to this without acting on it, so a refused upgrade would stay "connecting" for ever.
  sock.ws.on('unexpected-response', () => on.closed(UNAVAILABLE));
  sock.ws.prependListener('CB:message', (/** @type {any} */ stanza) => {
    on.evidence();
    // Baileys works through waiting messages one by one, and through live ones side by side: one that first has to learn
    // its sender's addresses is overtaken by the next. All stand in the same queue, so that they are decrypted as they came.
    stanza.attrs.offline ??= '0';
    const parts = Array.isArray(stanza.content) ? stanza.content : [];
    parts.forEach((/** @type {any} */ { tag, attrs, content }) => (tag === 'enc' && content instanceof Uint8Array ? on.ciphertext(content, stanza.attrs)
      : tag === 'unavailable' && attrs.type?.startsWith('view_once') && on.withheld(stanza.attrs)));
  });
  // Baileys stays silent about a good ack, and this is the only sign that the server has the message.
  sock.ws.on('CB:ack,class:message', (/** @type {any} */ { attrs }) => {
    on.evidence(attrs.id);
    on.status({ id: attrs.id, chat: bare(attrs.from), code: 2, error: attrs.error });
  });
  sock.ws.on('CB:receipt', () => on.evidence());

  sock.ev.on('creds.update', on.creds);
  sock.ev.on('connection.update', (update) => connectionChanged(update, on));
  sock.ev.on('messages.update', (updates) => updates.forEach(({ key, update }) => reportStatus(key, update.status, on)));
  sock.ev.on('messages.upsert', ({ messages }) => messages.forEach((message) => {
    reportStatus(message.key, message.status, on);
    reportPlaceholder(message, on);
  }));
  sock.ev.on('presence.update', ({ id, presences }) => Object.values(presences).forEach(({ lastKnownPresence: state }) =>
    isPerson(id) && on.presence({ chat: bare(id), state: state === 'composing' || state === 'recording' ? state : 'paused' })));
}

/**
 * @param {Partial<import('baileys').ConnectionState>} update
 * @param {Handlers} on
 */
function connectionChanged({ qr, isNewLogin, connection, lastDisconnect, reachoutTimeLock }, on) {
  if (reachoutTimeLock) {
    const until = reachoutTimeLock.timeEnforcementEnds;
    on.limits({ active: Boolean(reachoutTimeLock.isActive), until: until ? Math.floor(until.getTime() / 1000) : null });
  }

  if (qr) {
    on.qr(qr);
  }

  if (isNewLogin) {
    on.paired();
  }

  if (connection === 'open') {
    on.open();
  } else if (connection === 'close') {
    const code = /** @type {any} */ (lastDisconnect?.error)?.output?.statusCode;
    on.closed(typeof code === 'number' ? code : null);
  }
}

/**
 * @param {import('baileys').WAMessageKey} key
 * @param {number | null | undefined} code
 * @param {Handlers} on
 */
function reportStatus({ fromMe, id, remoteJid }, code, on) {
  if (fromMe && id && remoteJid && code && code > 2) {
    on.status({ id, chat: bare(remoteJid), code });
  }
}

/**
 * @param {import('baileys').WAMessage} message
 * @param {Handlers} on
 */
function reportPlaceholder({ key, message, messageStubType, pushName, messageTimestamp }, on) {
  if (messageStubType === proto.WebMessageInfo.StubType.CIPHERTEXT && !message && !key.fromMe && key.id && isPerson(key.remoteJid ?? '')) {
    on.undecryptable({
      id: key.id, chat: bare(key.remoteJid ?? undefined), chatAlt: key.remoteJidAlt ? bare(key.remoteJidAlt) : null,
      pushName: pushName ?? null, timestamp: Number(messageTimestamp ?? 0),
    });
  }
}

/**
 * Baileys' own logout closes the socket before the server has answered.
 * @param {import('baileys').WASocket} sock
 */
async function unlink(sock) {
  const jid = sock.authState.creds.me?.id;
  const attrs = { to: 's.whatsapp.net', type: 'set', id: sock.generateMessageTag(), xmlns: 'md' };
  const content = [{ tag: 'remove-companion-device', attrs: { jid: jid ?? '', reason: 'user_initiated' } }];
  return (await sock.query({ tag: 'iq', attrs, content }, 10_000)) !== undefined;
}

/**
 * @param {import('baileys').WASocket} sock
 * @param {string} chat
 * @param {Outgoing} content
 * @param {string} messageId
 * @param {any} [quoted]
 */
async function send(sock, chat, content, messageId, quoted) {
  const userJid = sock.user?.id ?? '';
  const sending = { messageId, content: '', recorded: false };
  try {
    const whole = await generateWAMessage(chat, content, { logger: silent, userJid, upload: sock.waUploadToServer, messageId, quoted });
    const message = whole.message ?? {};
    sending.content = encodeMessage(message);
    await whileSending(sending, () => sock.relayMessage(chat, message, { messageId }));
  } catch (error) {
    const closed = /** @type {any} */ (error)?.output?.statusCode === 428;
    throw new ProtocolError(closed ? 'not_connected' : 'send_failed', undefined, !sending.recorded);
  }
}

/**
 * The file's address is built from the host that the server named, never from the message: its author chose that one.
 * @param {import('baileys').WASocket} sock
 * @param {import('./protocol.js').Media} media
 */
async function download(sock, media) {
  await sock.refreshMediaConn(false);
  return downloadContentFromMessage({ ...keyOf(media), url: '' }, media.kind, { host: sock.getMediaHost() });
}

/** @param {import('./protocol.js').Media} media */
const keyOf = ({ key, directPath }) => ({ mediaKey: Buffer.from(key ?? '', 'base64'), directPath: directPath ?? '' });

/**
 * Baileys would wait for the phone's answer until the connection ends, so the answer that never came is given by us.
 *
 * @param {import('baileys').WASocket} sock
 * @param {import('./protocol.js').Media} media
 * @param {import('./protocol.js').MessageRef} message
 * @param {number} patienceMs
 * @returns {Promise<string | null | undefined>} the path of the file that the phone uploaded
 */
async function reupload(sock, media, { id, chat, fromMe }, patienceMs) {
  const key = { remoteJid: chat, id, fromMe };
  const content = keyOf(media);
  const silence = /** @type {any} */ (new ProtocolError('media_phone_silent', undefined, true));
  const timer = setTimeout(() => sock.ev.emit('messages.media-update', [{ key, error: silence }]), patienceMs);
  try {
    await sock.updateMediaMessage({ key, message: { [`${media.kind}Message`]: content } });
    return content.directPath;
  } finally {
    clearTimeout(timer);
  }
}
