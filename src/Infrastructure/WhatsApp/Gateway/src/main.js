import './quiet.js';
import net from 'node:net';
import { trustRoot } from './baileys.js';
import { Link } from './link.js';
import { log } from './log.js';
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

await run();

async function run() {
  const settings = readSettings(process.env);
  if (settings.rootKey) {
    trustRoot(settings.rootKey);
  }

  const sessions = new Sessions(settings);
  const link = new Link(net.connect(settings.socket), (request) => sessions.handle(request));
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
    log('process.refused', {}, error);
    process.exit(REFUSED);
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
