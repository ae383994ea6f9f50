import { Bell } from './locks.js';
import { log } from './log.js';

const PATIENCE_MS = 20_000;
const LOGGED_OUT = 401;

/** The last thing that a session does: unlinking its device. */
export class Farewell {
  #leaving = false;
  /** @type {number | null} */
  #code = null;
  /** Told when the session is open or has ended. */
  #outcome = new Bell();

  ring() {
    this.#outcome.ring();
  }

  /**
   * While unlinking, the server's 401 is the answer that we asked for.
   * @param {number | null} code
   */
  heard(code) {
    this.#code = code;
    return this.#leaving;
  }

  /**
   * @param {import('./session.js').Session} session
   * @param {boolean} mayOpen whether waiting for the connection makes sense
   * @param {() => Promise<boolean> | undefined} unlink
   * @returns {Promise<boolean>} whether WhatsApp has confirmed that the device is gone
   */
  async say(session, mayOpen, unlink) {
    if (mayOpen && session.state !== 'connected') {
      await this.#outcome.heard(PATIENCE_MS);
    }

    if (session.state !== 'connected') {
      return false;
    }

    this.#leaving = true;
    try {
      return (await unlink()) ?? false;
    } catch (error) {
      log('session.unlink_failed', session.scope, error);
      return this.#code === LOGGED_OUT;
    }
  }
}
