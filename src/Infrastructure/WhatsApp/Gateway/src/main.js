import './quiet.js';
import { once } from 'node:events';
import net from 'node:net';
import { trustRoot } from './baileys.js';
import { Link } from './link.js';
import { log } from './log.js';
import { ProtocolError } from './protocol.js';
import { readSettings } from './settings.js';
import { Sessions } from './sessions.js';

const REFUSED = 3;
const GRACE_MS = 3_000;

// Baileys leaves promises of dead sockets unheard; one session's loss must not end the others.
process.on('unhandledRejection', (error) => log('process.unhandled_rejection', {}, error));
process.on('uncaughtException', (error) => {
  log('process.uncaught_exception', {}, error);
  process.exit(1);
});

run().catch((error) => {
  log('process.start_failed', {}, error);
  process.exit(1);
});

async function run() {
  const settings = readSettings(process.env);
  if (settings.rootKey) {
    trustRoot(settings.rootKey);
  }

  const sessions = new Sessions(settings);
  const stream = net.connect(settings.socket);
  await once(stream, 'connect');
  const link = new Link(stream, (request) => sessions.handle(request));
  sessions.attach(link);
  stopOnSignal(sessions, link);
  await greet(link, settings);
  await link.closed;
  sessions.end();
  process.exit(0);
}

/**
 * @param {Link} link
 * @param {import('./settings.js').Settings} settings
 */
async function greet(link, settings) {
  try {
    await link.request('hello', { secret: settings.secret, process: settings.process, pid: process.pid });
  } catch (error) {
    log('process.no_welcome', {}, error);
    process.exit(error instanceof ProtocolError && error.code !== 'link_closed' ? REFUSED : 0);
  }
}

/**
 * @param {Sessions} sessions
 * @param {Link} link
 */
function stopOnSignal(sessions, link) {
  const stop = async () => {
    setTimeout(() => process.exit(0), GRACE_MS).unref();
    await sessions.stop();
    link.close();
  };

  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}
