import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../src/target/types.js';
import { onRequests, startNetServer } from './helpers/net-server.js';
import { failureOf, openTarget, post, responseOf } from './helpers/targets.js';

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

it('sends what a client library refuses: names that are no tokens, control characters, outer white space', async () => {
  let seen = '';
  const server = await startNetServer((socket) => {
    onRequests(socket, (request) => {
      seen = request;
      socket.write(OK);
    });
  });
  const headers = [
    ['ce-id', '  a \t'],
    ['ce id', '\x01\x7f\xff'],
    ['', 'x'],
  ] as const;
  responseOf(await openTarget(server.url).exchange(post('raw', { headers }), { timeoutMs: 5_000 }));
  expect(seen).toContain('\r\nce-id:   a \t\r\nce id: \x01\x7f\xff\r\n: x\r\nContent-Length: 5\r\n\r\nhello');
});

it('sends chunks when asked', async () => {
  let seen = '';
  const server = await startNetServer((socket) => {
    onRequests(socket, (request) => {
      seen = request;
      socket.write(OK);
    });
  });
  const target = openTarget(server.url);
  responseOf(await target.exchange(post('raw', { framing: 'chunked' }), { timeoutMs: 5_000 }));
  expect(seen).toMatch(/Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n$/);
  expect(seen).not.toMatch(/content-length/i);
});

it('sends no framing when asked', async () => {
  let seen = '';
  const server = await startNetServer((socket) => {
    onRequests(socket, (request) => {
      seen = request;
      socket.write(OK);
    });
  });
  const request = post('raw', { framing: 'none', body: new Uint8Array() });
  responseOf(await openTarget(server.url).exchange(request, { timeoutMs: 5_000 }));
  expect(seen).toBe(`POST /in HTTP/1.1\r\nHost: ${server.url.host}\r\n\r\n`);
});

it('sends every piece in a segment of its own', async () => {
  let segments: string[] = [];
  const server = await startNetServer((socket) => {
    socket.on('data', (bytes) => segments.push(bytes.toString('latin1')));
    onRequests(socket, () => socket.write(OK));
  });
  const target = openTarget(server.url);
  // What comes before a connection is accepted is read at once, so one is made first.
  responseOf(await target.exchange(post('raw'), { timeoutMs: 5_000 }));
  await nextTurn();
  segments = [];
  responseOf(await target.exchange(post('raw', { pieces: 10 }), { timeoutMs: 5_000 }));
  const whole = segments.join('');
  expect(whole).toMatch(/\r\n\r\nhello$/);
  expect(segments).toEqual(whole.match(/.{1,10}/gs));
});

it('ends pieces that nobody takes at the deadline', async () => {
  let received = 0;
  const server = await startNetServer((socket) => {
    socket.on('data', (bytes) => {
      received += bytes.length;
      if (received > 20) socket.pause();
    });
  });
  const request = post('raw', { pieces: 1, body: Buffer.alloc(1_000_000) });
  const exchange = await openTarget(server.url).exchange(request, { timeoutMs: 80 });
  expect(failureOf(exchange)).toEqual({ code: 'timeout', message: 'no complete response within 80 ms' });
  expect(received).toBeLessThan(1_000_000);
});

it.each([
  [
    'a response that overtakes its request',
    { pieces: 1, body: Buffer.alloc(500) },
    (socket: Socket) => socket.once('data', () => socket.write(OK)),
  ],
  ['bytes after the response', {}, (socket: Socket) => onRequests(socket, () => socket.write(`${OK}rest`))],
] as const)('does not use a connection again after %s', async (_, request, serve) => {
  const server = await startNetServer((socket) => serve(socket));
  const target = openTarget(server.url);
  for (let round = 0; round < 3; round += 1) {
    expect(responseOf(await target.exchange(post('raw', request), { timeoutMs: 5_000 })).status).toBe(200);
    for (let turn = 0; turn < 10; turn += 1) await nextTurn();
  }
  expect(server.connections).toBe(3);
});

describe('a connection that is reset while pieces are on their way', () => {
  const request = post('raw', { pieces: 20, body: Buffer.alloc(200) });

  it('may have hidden the answer: the request is sent once more, with time between the pieces', async () => {
    const times: number[] = [];
    const server = await startNetServer((socket) => {
      if (server.connections === 1) socket.once('data', () => socket.resetAndDestroy());
      else socket.on('data', () => times.push(performance.now()));
      if (server.connections > 1) onRequests(socket, () => socket.write(OK));
    });
    const exchange = await openTarget(server.url).exchange(request, { timeoutMs: 20_000 });
    expect(responseOf(exchange).status).toBe(200);
    expect(server.connections).toBe(2);
    expect(times.length).toBeGreaterThan(5);
  });

  it('is told where it is reset every time', async () => {
    const server = await startNetServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const exchange = await openTarget(server.url).exchange(request, { timeoutMs: 20_000 });
    expect(['reset', 'closed']).toContain(failureOf(exchange).code);
    expect(server.connections).toBe(3);
  });

  it('is told where there is no time to send the request again', async () => {
    const server = await startNetServer((socket) => {
      if (server.connections === 1) socket.once('data', () => socket.resetAndDestroy());
    });
    const exchange = await openTarget(server.url).exchange(request, { timeoutMs: 500 });
    expect(['reset', 'closed']).toContain(failureOf(exchange).code);
    expect(server.connections).toBe(2);
  });

  it('is told at once where the whole request was sent', async () => {
    const server = await startNetServer((socket) => onRequests(socket, () => socket.resetAndDestroy()));
    const exchange = await openTarget(server.url).exchange(request, { timeoutMs: 20_000 });
    expect(failureOf(exchange).code).toBe('reset');
    expect(server.connections).toBe(1);
  });
});

it.each<readonly [string, Partial<HttpRequest>, string]>([
  ['more is announced than is sent', { lengthDelta: 3 }, 'Content-Length: 8\r\n\r\nhello'],
  ['the body is cut off', { cutAfter: 2 }, 'Content-Length: 5\r\n\r\nhe'],
  ['the chunks are cut off', { cutAfter: 5, framing: 'chunked' }, 'Transfer-Encoding: chunked\r\n\r\n3\r\nhe'],
])('ends a request of which %s, so that nobody waits for the rest', async (_, request, end) => {
  let seen = '';
  const server = await startNetServer((socket) => {
    socket.on('data', (bytes) => {
      seen += bytes.toString('latin1');
    });
    socket.on('end', () => socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n'));
  });
  const exchange = await openTarget(server.url).exchange(post('raw', request), { timeoutMs: 20_000 });
  expect(responseOf(exchange).status).toBe(400);
  expect(seen.endsWith(`\r\n${end}`)).toBe(true);
});

it('tells that a target closes without an answer to what was cut off', async () => {
  const server = await startNetServer((socket) => {
    socket.resume().on('end', () => socket.end());
  });
  const exchange = await openTarget(server.url).exchange(post('raw', { cutAfter: 1 }), { timeoutMs: 20_000 });
  expect(failureOf(exchange).code).toBe('closed');
});

it('puts nothing behind a request of another length than it says', async () => {
  const texts: string[] = [];
  const server = await startNetServer((socket, index) => {
    texts[index] = '';
    socket.on('data', (bytes) => {
      texts[index] += bytes.toString('latin1');
    });
    onRequests(socket, () => socket.write(OK));
  });
  const target = openTarget(server.url);
  for (const request of [{ lengthDelta: -2 }, { lengthDelta: 0 }, {}])
    responseOf(await target.exchange(post('raw', request), { timeoutMs: 20_000 }));
  expect(server.connections).toBe(3);
  expect(texts.map((text) => text.split('\r\n\r\n').length - 1)).toEqual([1, 1, 1]);
});

it('ends a connection on which bytes come while nobody asks', async () => {
  const sockets: Socket[] = [];
  const server = await startNetServer((socket) => {
    sockets.push(socket);
    onRequests(socket, () => socket.write(OK));
  });
  const target = openTarget(server.url);
  responseOf(await target.exchange(post('raw'), { timeoutMs: 5_000 }));
  const [socket] = sockets;
  if (socket === undefined) expect.fail('no connection');
  socket.write('late');
  await once(socket, 'close');
  responseOf(await target.exchange(post('raw'), { timeoutMs: 5_000 }));
  expect(sockets).toHaveLength(2);
});

it('keeps as many idle connections as the target may have', async () => {
  const server = await startNetServer((socket) => {
    onRequests(socket, () => socket.write(OK));
  });
  const target = openTarget(server.url, { connections: 2 });
  const five = (): Promise<unknown> =>
    Promise.all(Array.from({ length: 5 }, () => target.exchange(post('raw'), { timeoutMs: 5_000 })));
  await five();
  await nextTurn();
  await nextTurn();
  await five();
  expect(server.connections).toBe(8);
});
