import { EDIT, REVOKE, normalizeContent } from './baileys.js';
import { card } from './cards.js';
import { isViewOnce, lifetime, quotation } from './context.js';

/** @typedef {import('./baileys.js').MessageProto} MessageProto */
/** @typedef {import('./protocol.js').Content} Content */
/** @typedef {import('./protocol.js').Media} Media */

/** Parts that are for the program, not for people; a message of only these is no message. */
const TECHNICAL = new Set([
  'senderKeyDistributionMessage', 'fastRatchetKeySenderKeyDistributionMessage', 'messageContextInfo', 'protocolMessage',
  'pollUpdateMessage', 'keepInChatMessage', 'pinInChatMessage', 'encReactionMessage', 'encCommentMessage', 'deviceSentMessage',
  'secretEncryptedMessage', 'messageHistoryBundle', 'messageHistoryNotice', 'placeholderMessage', 'chat', 'call',
]);

/**
 * @param {MessageProto | undefined | null} wrapped
 * @returns {Content | null}
 */
export function describe(wrapped) {
  const content = wrapped ? normalizeContent(wrapped) : undefined;
  if (!wrapped || !content) {
    return null;
  }

  const described = change(content) ?? words(content) ?? once(content, isViewOnce(wrapped)) ?? media(content) ?? place(content) ?? card(content) ?? other(content);
  return described && clean({ ...described, ...quotation(content), expires: lifetime(content) });
}

/**
 * @param {MessageProto} content
 * @returns {Content | null}
 */
function change({ protocolMessage, reactionMessage }) {
  if (reactionMessage) {
    return { kind: 'reaction', targetId: reactionMessage.key?.id ?? undefined, emoji: reactionMessage.text ?? '' };
  }

  const targetId = protocolMessage?.key?.id ?? undefined;
  if (protocolMessage?.type === REVOKE) {
    return { kind: 'delete', targetId };
  }

  if (protocolMessage?.type === EDIT && protocolMessage.editedMessage) {
    const edited = normalizeContent(protocolMessage.editedMessage);
    return { kind: 'edit', targetId, text: textOf(edited) ?? captionOf(edited) };
  }

  return null;
}

/**
 * @param {MessageProto} content
 * @returns {Content | null}
 */
function words(content) {
  const text = textOf(content);
  return text === undefined ? null : { kind: 'text', text };
}

/** @param {MessageProto | undefined | null} content */
export function textOf(content) {
  return content?.conversation
    ?? content?.extendedTextMessage?.text
    ?? content?.buttonsResponseMessage?.selectedDisplayText
    ?? content?.templateButtonReplyMessage?.selectedDisplayText
    ?? content?.listResponseMessage?.title
    ?? undefined;
}

/** @param {MessageProto | undefined | null} content */
export const captionOf = (content) =>
  content?.imageMessage?.caption ?? content?.videoMessage?.caption ?? content?.documentMessage?.caption ?? undefined;

/**
 * @param {MessageProto} content
 * @returns {Content | null}
 */
function media(content) {
  const { imageMessage: image, audioMessage: audio, documentMessage: document, stickerMessage: sticker } = content;
  const video = content.videoMessage ?? content.ptvMessage;
  if (image) {
    return { kind: 'image', text: captionOf(content), media: file('image', image) };
  }

  if (audio) {
    const waveform = audio.waveform?.length ? base64(audio.waveform) ?? undefined : undefined;
    return { kind: 'audio', media: { ...file('audio', audio), seconds: audio.seconds ?? undefined, voice: Boolean(audio.ptt), waveform } };
  }

  if (video) {
    return { kind: 'video', text: captionOf(content), media: { ...file('video', video), seconds: video.seconds ?? undefined } };
  }

  if (document) {
    return { kind: 'document', text: captionOf(content), media: { ...file('document', document), fileName: document.fileName ?? undefined } };
  }

  return sticker ? { kind: 'sticker', media: file('sticker', sticker) } : null;
}

/**
 * @param {MessageProto} content
 * @returns {Content | null}
 */
function place({ locationMessage: spot, liveLocationMessage: live }) {
  const at = spot ?? live;
  return at ? {
    kind: spot ? 'location' : 'live_location',
    latitude: at.degreesLatitude ?? undefined,
    longitude: at.degreesLongitude ?? undefined,
    name: spot?.name ?? undefined,
    address: spot?.address ?? undefined,
    text: live?.caption ?? undefined,
    update: Boolean(live?.timeOffset) || undefined,
  } : null;
}

/**
 * @param {MessageProto} content
 * @returns {Content | null}
 */
function other(content) {
  const visible = Object.keys(content).some((part) => !TECHNICAL.has(part) && content[/** @type {keyof MessageProto} */ (part)]);
  return visible ? { kind: 'unsupported' } : null;
}

/**
 * Its sender allowed one look, on the phone: it is told that it came, and nothing that would fetch it leaves here.
 * @param {MessageProto} content
 * @param {boolean} wrapped
 * @returns {Content | null}
 */
function once({ imageMessage: image, audioMessage: audio, videoMessage: video }, wrapped) {
  const found = image ?? audio ?? video;
  return found && (wrapped || found.viewOnce) ? { kind: image ? 'image' : audio ? 'audio' : 'video', viewOnce: true } : null;
}

/**
 * @param {Media['kind']} kind
 * @param {Partial<import('./baileys.js').FileProto>} part
 * @returns {Media}
 */
function file(kind, part) {
  return {
    kind,
    mime: part.mimetype ?? null,
    bytes: Number(part.fileLength ?? 0),
    sha256: base64(part.fileSha256),
    key: base64(part.mediaKey),
    directPath: part.directPath ?? null,
    url: part.url ?? null,
  };
}

/** @param {Uint8Array | null | undefined} bytes */
const base64 = (bytes) => (bytes ? Buffer.from(bytes).toString('base64') : null);

/**
 * @param {Content} content
 * @returns {Content}
 */
function clean(content) {
  const entries = Object.entries(content).filter(([, value]) => value !== undefined);
  return /** @type {Content} */ (Object.fromEntries(entries));
}
