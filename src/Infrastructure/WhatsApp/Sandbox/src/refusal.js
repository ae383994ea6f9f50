/** Something the caller of the control API cannot have now. */
export class Refusal extends Error {
  /** @param {400 | 404 | 409} status @param {string} code @param {string} message */
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}
