export const VERSION = 1;
export const MAX_LINE_BYTES = 1024 * 1024;

/**
 * A refusal that travels over the link: `code` is what the other side decides by.
 */
export class ProtocolError extends Error {
  /**
   * @param {string} code
   * @param {string} [message]
   * @param {boolean} [retryable]
   */
  constructor(code, message = code, retryable = false) {
    super(message);
    this.name = 'ProtocolError';
    this.code = code;
    this.retryable = retryable;
  }
}

/**
 * @typedef {Record<string, any>} Body
 *
 * @typedef {object} Scope
 * @property {string} session
 * @property {number} epoch
 *
 * @typedef {object} HostRequest
 * @property {string} type
 * @property {string} [session]
 * @property {number} [epoch]
 * @property {Body} body
 *
 * @typedef {object} Media
 * @property {'image' | 'audio' | 'video' | 'document' | 'sticker'} kind
 * @property {string | null} mime
 * @property {number} bytes
 * @property {number} [seconds]
 * @property {boolean} [voice]
 * @property {string} [fileName]
 * @property {string | null} sha256
 * @property {string | null} key
 * @property {string | null} directPath
 * @property {string | null} url
 * @property {string} [waveform]
 *
 * @typedef {{ id: string, chat: string, fromMe: boolean }} MessageRef
 *
 * @typedef {object} Content
 * @property {string} kind
 * @property {string} [text]
 * @property {Media} [media]
 * @property {number} [latitude]
 * @property {number} [longitude]
 * @property {string} [name]
 * @property {string} [address]
 * @property {string} [quotedId]
 * @property {string} [targetId]
 * @property {string} [emoji]
 * @property {string} [quotedText] what the quotation says
 * @property {boolean} [quotedStatus] it answers a status post
 * @property {boolean} [viewOnce]
 * @property {number} [expires] seconds that it stays on phones
 * @property {boolean} [update] a later point of a live location
 * @property {{ name: string, phones: string[] }[]} [contacts]
 * @property {string[]} [options] of a poll
 * @property {{ id: string | null, token: string | null, count: number | null }} [order] a cart of the catalogue
 *
 * @typedef {object} Envelope
 * @property {string} id
 * @property {string} chat
 * @property {string | null} chatAlt
 * @property {boolean} fromMe
 * @property {string | null} pushName
 * @property {number} timestamp
 *
 * @typedef {Envelope & Content} Message
 *
 * @typedef {{ hash: string, plaintext: string, message: Message | null }} JournalRow
 * @typedef {{ messageId: string, content: string }} SentRow
 * @typedef {{ type: string, id: string, value: string | null }} KeyWrite
 */
