import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { HttpResponse, HttpTargetOptions } from '../../src/target/types.js';
import { onRequests, startNetServer } from './helpers/net-server.js';
import { openTarget, post, responseOf, text, type Via } from './helpers/targets.js';

interface Case {
  readonly name: string;
  /** What the server sends for every request, or what it does. */
  readonly sends: string | ((socket: Socket) => unknown);
  readonly options?: Partial<HttpTargetOptions>;
  readonly expected: Partial<Omit<HttpResponse, 'body'>> & { readonly body?: string };
  /** Whether a second exchange runs on the same connection. */
  readonly reuses: boolean;
}

const GZIP = gzipSync('hello').toString('latin1');

const CASES: readonly Case[] = [
  {
    name: 'a response with a length',
    sends: 'HTTP/1.1 202 Accepted\r\nContent-Length: 2\r\n\r\nok',
    expected: { status: 202, reason: 'Accepted', headers: [['Content-Length', '2']], body: 'ok', truncated: false },
    reuses: true,
  },
  {
    name: 'header lines as received: casing, order, repeats, empty values, bytes above ASCII, outer white space off',
    sends: 'HTTP/1.1 200 OK\r\ncE-Id: \t 1  2 \t\r\nX-A: \r\nx-a:b\r\nCE-X: \xc3\xa9\xff\r\nCONTENT-LENGTH: 0\r\n\r\n',
    expected: {
      headers: [
        ['cE-Id', '1  2'],
        ['X-A', ''],
        ['x-a', 'b'],
        ['CE-X', '\xc3\xa9\xff'],
        ['CONTENT-LENGTH', '0'],
      ],
      body: '',
    },
    reuses: true,
  },
  {
    name: 'chunks with extensions and trailers',
    sends:
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n0A\r\n0123456789\r\n0\r\nX-T: 1\r\n\r\n',
    expected: { body: 'abc0123456789', truncated: false },
    reuses: true,
  },
  {
    name: 'a body that ends with the connection',
    sends: (socket) => socket.end('HTTP/1.1 200 OK\r\n\r\nuntil the end'),
    expected: { body: 'until the end', headers: [], truncated: false },
    reuses: false,
  },
  {
    name: 'a response in segments of one byte',
    sends: (socket) =>
      drip(socket, 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nce-id: 7\r\n\r\n2\r\nab\r\n0\r\n\r\n'),
    expected: { status: 200, body: 'ab' },
    reuses: true,
  },
  {
    name: 'no reason phrase',
    sends: 'HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n',
    expected: { status: 200, reason: '' },
    reuses: true,
  },
  {
    name: 'an unknown status',
    sends: 'HTTP/1.1 599 What Ever\r\nContent-Length: 0\r\n\r\n',
    expected: { status: 599, reason: 'What Ever' },
    reuses: true,
  },
  {
    name: 'HTTP/1.0',
    sends: (socket) => socket.end('HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok'),
    expected: { status: 200, body: 'ok' },
    reuses: false,
  },
  {
    name: 'Connection: close',
    sends: 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok',
    expected: { body: 'ok' },
    reuses: false,
  },
  {
    name: '204 has no body, whatever follows it',
    sends: 'HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello',
    expected: { status: 204, body: '', truncated: false },
    reuses: false,
  },
  {
    name: '304 has no body, whatever its length says',
    sends: 'HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n',
    expected: { status: 304, body: '' },
    reuses: false,
  },
  {
    name: 'a redirect is a response like any other',
    sends: 'HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n',
    expected: { status: 307 },
    reuses: true,
  },
  {
    name: 'an encoded body stays encoded',
    sends: `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${GZIP.length}\r\n\r\n${GZIP}`,
    expected: { body: GZIP },
    reuses: true,
  },
  {
    name: 'early hints come before the response',
    sends: 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok',
    expected: { status: 200, headers: [['Content-Length', '2']], body: 'ok' },
    reuses: true,
  },
  {
    name: 'a body of exactly the limit is whole',
    sends: 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789',
    options: { maxBodyBytes: 10 },
    expected: { body: '0123456789', truncated: false },
    reuses: true,
  },
  {
    name: 'a longer body is cut',
    sends: 'HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n0123456789X',
    options: { maxBodyBytes: 10 },
    expected: { body: '0123456789', truncated: true },
    reuses: false,
  },
  {
    name: 'an endless body is cut',
    sends: (socket) => flood(socket, 'HTTP/1.1 200 OK\r\nContent-Type: a/b\r\n\r\n', 'x'.repeat(1000)),
    options: { maxBodyBytes: 4500 },
    expected: { status: 200, body: 'x'.repeat(4500), truncated: true },
    reuses: false,
  },
  {
    name: 'an endless chunked body is cut',
    sends: (socket) => flood(socket, 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', '1\r\nx\r\n'.repeat(100)),
    options: { maxBodyBytes: 1234 },
    expected: { status: 200, body: 'x'.repeat(1234), truncated: true },
    reuses: false,
  },
  {
    name: 'a gigabyte by its length is cut at the limit too',
    sends: (socket) => flood(socket, 'HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n', 'y'.repeat(1000)),
    options: { maxBodyBytes: 100 },
    expected: { status: 200, body: 'y'.repeat(100), truncated: true },
    reuses: false,
  },
];

describe.each<Via>(['client', 'raw'])('responses via %s', (via) => {
  it.each(CASES)('$name', async ({ sends, options, expected, reuses }) => {
    const server = await startNetServer((socket) => {
      onRequests(socket, () => (typeof sends === 'string' ? socket.write(sends, 'latin1') : sends(socket)));
    });
    const target = openTarget(server.url, options);
    const { body, ...rest } = expected;
    for (let round = 0; round < 2; round += 1) {
      const response = responseOf(await target.exchange(post(via), { timeoutMs: 5_000 }));
      expect(response).toMatchObject(rest);
      if (body !== undefined) expect(text(response.body)).toBe(body);
      // The next exchange comes when connections are back in the pool.
      await nextTurn();
      await nextTurn();
    }
    // undici may have opened a third one already: it reconnects as soon as a response was cut.
    if (reuses) expect(server.connections).toBe(1);
    else expect(server.connections).toBeGreaterThanOrEqual(2);
  });

  it('100 Continue, even unasked, comes before the response', async () => {
    let requests = 0;
    const server = await startNetServer((socket) => {
      onRequests(socket, () => {
        requests += 1;
        socket.write('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n');
      });
    });
    const target = openTarget(server.url);
    for (let round = 0; round < 3; round += 1) {
      expect(responseOf(await target.exchange(post(via), { timeoutMs: 5_000 })).status).toBe(202);
    }
    // undici breaks off at the first 100, so that one request is sent twice; later ones are not.
    expect(requests).toBe(via === 'client' ? 4 : 3);
  });

  it('a response to HEAD has no body, whatever its length says', async () => {
    const server = await startNetServer((socket) => {
      onRequests(socket, () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n'));
    });
    const request = post(via, { method: 'HEAD', body: Buffer.alloc(0) });
    const response = responseOf(await openTarget(server.url).exchange(request, { timeoutMs: 5_000 }));
    expect(response).toMatchObject({ status: 200, truncated: false });
    expect(response.body).toHaveLength(0);
  });

  it('says how long an exchange took', async () => {
    const server = await startNetServer((socket) => {
      onRequests(socket, () => {
        setTimeout(() => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'), 30);
      });
    });
    const { ms } = await openTarget(server.url).exchange(post(via), { timeoutMs: 5_000 });
    expect(ms).toBeGreaterThan(25);
    expect(ms).toBeLessThan(5_000);
  });
});

async function drip(socket: Socket, bytes: string): Promise<void> {
  socket.setNoDelay(true);
  for (const byte of bytes) {
    socket.write(byte, 'latin1');
    await nextTurn();
  }
}

/** Writes `unit` for as long as the peer takes it. */
function flood(socket: Socket, head: string, unit: string): void {
  const more = (): void => {
    while (!socket.destroyed && socket.write(unit));
  };
  socket.write(head);
  socket.on('drain', more);
  more();
}
