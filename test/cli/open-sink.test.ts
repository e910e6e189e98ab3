import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openSink } from '../../src/cli/open-sink.js';
import type { RunSettings } from '../../src/cli/options.js';
import { diagnosticOf } from './helpers/diagnostic.js';

const URL_GIVEN = 'http://localhost:1';

async function opened(settings: RunSettings) {
  const sink = await openSink(settings);
  if (sink !== undefined) onTestFinished(() => sink.close());
  return sink;
}

test.each<readonly [string, RunSettings]>([
  ['a port is given', { target: URL_GIVEN, sinkPort: 0 }],
  ['the sink is to be observed', { target: URL_GIVEN, observe: 'sink' }],
  ['a filter is set, behind which all else is unseen', { target: URL_GIVEN, apply: ['set'] }],
])('listens where %s, and takes what comes', async (_, settings) => {
  const sink = await opened(settings);
  if (sink === undefined) expect.fail('nobody listens');
  const response = await fetch(sink.url, { method: 'POST', body: 't0123456789ab' });
  expect(response.status).toBe(202);
  expect(await sink.take('t0123456789ab', { count: 1, timeoutMs: 20_000 })).toHaveLength(1);
});

test.each<readonly [string, RunSettings]>([
  ['nothing asks for it', { target: URL_GIVEN }],
  ['the reply is to be observed', { target: URL_GIVEN, observe: 'reply' }],
  ['an adapter tells all', { adapter: ['program'], sinkPort: 0 }],
])('does not listen where %s', async (_, settings) => {
  expect(await opened(settings)).toBeUndefined();
});

test('listens at the address that is given', async () => {
  const sink = await opened({ target: URL_GIVEN, sinkPort: 0, sinkHost: '127.0.0.1' });
  expect(sink?.url.hostname).toBe('127.0.0.1');
});

test('is a usage error where the port is taken', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const { code, message, hint, exit } = await diagnosticOf(() => openSink({ target: URL_GIVEN, sinkPort: port }));
  expect({ code, exit }).toEqual({ code: 'sink.listen', exit: 2 });
  expect(message).toMatch(/^failed to listen for forwarded events: .*EADDRINUSE/);
  expect(hint).toContain('--sink-port');
});
