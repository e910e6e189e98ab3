import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { expect, it } from 'vitest';
import { type Connector, createConnector } from '../../src/target/connector.js';
import { failureOf } from '../../src/target/transport-failure.js';
import { freePort, startNetServer } from './helpers/net-server.js';
import { selfSigned } from './helpers/self-signed.js';

function open(connector: Connector): Promise<Socket> {
  return new Promise((resolve, reject) => {
    connector.open((error, socket) => (error === null ? resolve(socket) : reject(error)));
  });
}

it('connects, and leaves the socket to its user', async () => {
  const server = await startNetServer((socket) => socket.end('hello'));
  const connector = createConnector(server.url);
  const socket = await open(connector);
  connector.close();
  const [bytes] = await once(socket, 'data');
  expect(String(bytes)).toBe('hello');
  socket.destroy();
});

it('names the server of TLS after the host of the URL', async () => {
  const identity = selfSigned();
  const names: unknown[] = [];
  const server = await startNetServer((socket) => {
    names.push((socket as TLSSocket).servername);
    socket.write('hello');
  }, identity);
  const named = new URL(server.url.href.replace('127.0.0.1', 'localhost'));
  for (const url of [named, server.url]) {
    const socket = await open(createConnector(url, { ca: identity.cert }));
    await once(socket, 'data');
    socket.destroy();
  }
  expect(names).toEqual(['localhost', false]);
});

it('says why there is no connection', async () => {
  const connector = createConnector(new URL(`http://127.0.0.1:${await freePort()}/`));
  const error = await open(connector).catch((reason: unknown) => reason);
  expect(failureOf(error)?.code).toBe('unreachable');
});

it('ends connections that are being made, each with an error', async () => {
  const server = await startNetServer(() => undefined);
  const connector = createConnector(new URL(server.url.href.replace('http:', 'https:')));
  const opening = [open(connector), open(connector)];
  connector.close();
  for (const outcome of await Promise.allSettled(opening)) {
    expect(outcome.status === 'rejected' && failureOf(outcome.reason)?.code).toBe('unreachable');
  }
});

it('ends a handshake that hangs', async () => {
  let reached: (() => void) | undefined;
  const reaching = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const server = await startNetServer((socket) => socket.once('data', () => reached?.()));
  const connector = createConnector(new URL(server.url.href.replace('http:', 'https:')));
  const opening = open(connector).catch((reason: unknown) => reason);
  await reaching;
  connector.close();
  expect(failureOf(await opening)?.code).toBe('tls');
});
