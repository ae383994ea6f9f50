const KEPT = 2000;
const HEARTBEAT_MS = 15_000;

/** @typedef {{ seq: number, type: string, at: string } & Record<string, unknown>} Event */

/** What happened, as server-sent events; the last ones can be read again. */
export class Events {
  /** @type {Event[]} */ #kept = [];
  /** @type {Set<import('node:http').ServerResponse>} */ #listeners = new Set();
  #seq = 0;

  /** @param {string} type @param {object} details */
  publish(type, details) {
    const event = { seq: ++this.#seq, type, at: new Date().toISOString(), ...details };
    this.#kept.push(event);
    this.#kept.splice(0, this.#kept.length - KEPT);
    for (const listener of this.#listeners) {
      write(listener, event);
    }
  }

  /** @param {import('node:http').ServerResponse} response @param {number} after */
  stream(response, after) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
    response.write(': open\n\n');
    // A reader that saw more than there is saw an earlier run.
    const start = after > this.#seq ? 0 : after;
    for (const event of this.#kept) {
      if (event.seq > start) {
        write(response, event);
      }
    }
    this.#listeners.add(response);
    const heartbeat = setInterval(() => response.write(': alive\n\n'), HEARTBEAT_MS);
    response.on('close', () => {
      clearInterval(heartbeat);
      this.#listeners.delete(response);
    });
  }
}

/** @param {import('node:http').ServerResponse} response @param {Event} event */
function write(response, event) {
  response.write(`id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`);
}
