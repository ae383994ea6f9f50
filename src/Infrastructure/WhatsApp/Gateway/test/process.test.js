import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../src/settings.js';
import { FakeHost } from './support/fake-host.js';
import { Gateway } from './support/programs.js';

test('the process ends with 0 when the host closes the socket', async () => {
  const host = await new FakeHost().listen();
  const gateway = await Gateway.start(host);
  assert.equal(host.hello.pid, gateway.child.pid);

  host.hangUp();
  assert.equal(await gateway.exited, 0);
  host.close();
});

test('the process ends with 3 when the secret is refused', async () => {
  const host = await new FakeHost().listen();
  const gateway = new Gateway(host, undefined, { WASAAS_SECRET: 'wrong' });

  assert.equal(await gateway.exited, 3);
  assert.equal(host.hello, null);
  host.close();
});

test('the process ends with 1 when nobody listens', async () => {
  const host = await new FakeHost().listen();
  host.close();

  assert.equal(await new Gateway(host).exited, 1);
});

test('a termination signal ends the process with 0', async () => {
  const host = await new FakeHost().listen();
  const gateway = await Gateway.start(host);

  assert.equal(await gateway.kill('SIGTERM'), 0);
  host.close();
});

const base = { WASAAS_SOCKET: 'x.sock', WASAAS_SECRET: 'secret' };

for (const url of ['ws://example.org/ws', 'ws://127.0.0.1.example.org/ws', 'http://127.0.0.1/ws', 'wss://10.0.0.1/ws']) {
  test(`the server ${url} is refused`, () => {
    assert.throws(() => readSettings({ ...base, WASAAS_SERVER_URL: url }), /loopback/);
  });
}

test('a foreign root is refused for the real server', () => {
  assert.throws(() => readSettings({ ...base, WASAAS_ROOT_KEY: '00'.repeat(32) }), /WASAAS_SERVER_URL/);
});

test('settings are read from the environment', () => {
  const settings = readSettings({ ...base, WASAAS_PROCESS: '2', WASAAS_SERVER_URL: 'ws://127.0.0.1:5081/ws/chat', WASAAS_ROOT_KEY: 'AB'.repeat(32), WASAAS_WEB_VERSION: '2.3000.5' });
  assert.deepEqual(settings, {
    socket: 'x.sock', secret: 'secret', process: 2, serverUrl: 'ws://127.0.0.1:5081/ws/chat', rootKey: Buffer.alloc(32, 0xab), webVersion: [2, 3000, 5],
    connectingAtOnce: 10, connectGapMs: 50, evidenceMs: 45_000,
  });
});
