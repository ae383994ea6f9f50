import './silence.js';
import { parseArgs } from 'node:util';
import { Sandbox } from './sandbox.js';

const { values } = parseArgs({ options: { port: { type: 'string', default: '5081' }, data: { type: 'string' } } });

/** @param {unknown} error */
function fail(error) {
  process.stderr.write(`sandbox: ${error instanceof Error ? error.message : 'failed'}\n`);
  process.exit(1);
}

try {
  const sandbox = await Sandbox.start({ port: Number(values.port), directory: values.data, onFailure: fail });
  const stop = () => sandbox.close().then(() => process.exit(0), fail);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // The host that started the sandbox holds this pipe; it ends when the host does, however it ends.
  process.stdin.once('end', stop).once('close', stop).resume();
  process.stdout.write(`${JSON.stringify(sandbox.info)}\n`);
} catch (error) {
  fail(error);
}
