import { MAX_LINE_BYTES, ProtocolError } from './protocol.js';

const NEWLINE = 0x0a;

/** Cuts a byte stream into lines and refuses a line that would grow without end. */
export class LineReader {
  /** @type {Buffer[]} */
  #parts = [];
  #size = 0;

  /**
   * @param {Buffer} chunk
   * @returns {string[]} the lines that this chunk completes
   */
  push(chunk) {
    const lines = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      this.#keep(chunk.subarray(start, end));
      lines.push(Buffer.concat(this.#parts).toString('utf8'));
      this.#parts = [];
      this.#size = 0;
      start = end + 1;
    }

    this.#keep(chunk.subarray(start));
    return lines;
  }

  /** @param {Buffer} part */
  #keep(part) {
    this.#size += part.length;
    if (this.#size > MAX_LINE_BYTES) {
      throw new ProtocolError('frame_too_long');
    }

    this.#parts.push(part);
  }
}

/**
 * @param {object} frame
 * @returns {string}
 */
export function encodeLine(frame) {
  const line = `${JSON.stringify(frame)}\n`;
  if (Buffer.byteLength(line) > MAX_LINE_BYTES) {
    throw new ProtocolError('frame_too_long');
  }

  return line;
}
