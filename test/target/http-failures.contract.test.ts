import { getEventListeners, once } from 'node:events';
import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { TransportFailure } from '../../src/target/types.js';
import { freePort, onRequests, startNetServer } from './helpers/net-server.js';
import { selfSigned } from './helpers/self-signed.js';
import { failureOf, openTarget, post, responseOf, type Via } from './helpers/targets.js';

interface Case {
  readonly name: string;
  /** What the server sends for every request before it keeps silent, or what it does. */
  readonly sends: string | ((socket: Socket) => unknown);
  readonly code: TransportFailure['code'];
  readonly timeoutMs?: number;
}

const OK = 'HTTP/1.1 200 OK\r\n';

const CASES: readonly Case[] = [
  { name: 'silence', sends: '', code: 'timeout', timeoutMs: 60 },
  { name: 'silence after a part of the head', sends: `${OK}Content-`, code: 'timeout', timeoutMs: 60 },
  {
    name: 'silence after a part of the body',
    sends: `${OK}Content-Length: 9\r\n\r\n1`,
    code: 'timeout',
    timeoutMs: 60,
  },
  { name: 'a body that drips', sends: (socket) => drip(socket), code: 'timeout', timeoutMs: 60 },
  { name: 'nothing but 100 Continue', sends: 'HTTP/1.1 100 Continue\r\n\r\n', code: 'timeout', timeoutMs: 60 },
  { name: 'a close without a response', sends: (socket) => socket.end(), code: 'closed' },
  { name: 'a close in the status line', sends: (socket) => socket.end('HTTP/1.'), code: 'closed' },
  { name: 'a close in the head', sends: (socket) => socket.end(`${OK}Content-Length: 5\r\nX-`), code: 'closed' },
  {
    name: 'a close in the body',
    sends: (socket) => socket.end(`${OK}Content-Length: 5\r\n\r\n1234`),
    code: 'closed',
  },
  {
    name: 'a close in the body of a connection that was to close',
    sends: (socket) => socket.end(`${OK}Connection: close\r\nContent-Length: 5\r\n\r\n1234`),
    code: 'closed',
  },
  {
    name: 'a gigabyte promised, a byte sent',
    sends: (socket) => socket.end(`${OK}Content-Length: 1073741824\r\n\r\n1`),
    code: 'closed',
  },
  {
    name: 'a close between chunks',
    sends: (socket) => socket.end(`${OK}Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n`),
    code: 'closed',
  },
  {
    name: 'a close between chunks of a connection that was to close',
    sends: (socket) => socket.end(`${OK}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n`),
    code: 'closed',
  },
  { name: 'a reset', sends: (socket) => socket.resetAndDestroy(), code: 'reset' },
  { name: 'a reset in the head', sends: (socket) => thenReset(socket, `${OK}X-A: `), code: 'reset' },
  {
    name: 'a reset in the body',
    sends: (socket) => thenReset(socket, `${OK}Content-Length: 5\r\n\r\n123`),
    code: 'reset',
  },
  { name: 'bytes without a line', sends: '\x00\x01\x02\x03\xff', code: 'not-http' },
  { name: 'line feeds alone', sends: 'HTTP/1.1 200 OK\nContent-Length: 0\n\n', code: 'not-http' },
  { name: 'a folded header line', sends: `${OK}X-A: 1\r\n 2\r\nContent-Length: 0\r\n\r\n`, code: 'not-http' },
  { name: 'another protocol', sends: 'SSH-2.0-OpenSSH_9.2p1\r\n', code: 'not-http' },
  { name: 'HTML without a head', sends: '<!doctype html>\n<p>hello</p>\n', code: 'not-http' },
  { name: 'a status that is no number', sends: 'HTTP/1.1 abc OK\r\n\r\n', code: 'not-http' },
  { name: 'a header line without a colon', sends: `${OK}Content-Length: 5\r\nnonsense\r\n\r\n`, code: 'not-http' },
  { name: 'white space before the colon', sends: `${OK}X-A : 1\r\n\r\n`, code: 'not-http' },
  { name: 'NUL in a header value', sends: `${OK}ce-id: a\x00b\r\n\r\n`, code: 'not-http' },
  { name: 'a control character in a header value', sends: `${OK}ce-id: a\x01b\r\n\r\n`, code: 'not-http' },
  { name: 'a carriage return in a header value', sends: `${OK}ce-id: a\rb\r\n\r\n`, code: 'not-http' },
  {
    name: 'two lengths',
    sends: `${OK}Content-Length: 5\r\nContent-Length: 6\r\n\r\n12345`,
    code: 'not-http',
  },
  {
    name: 'a length and chunks',
    sends: `${OK}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    code: 'not-http',
  },
  { name: 'a length that is no number', sends: `${OK}Content-Length: five\r\n\r\n`, code: 'not-http' },
  { name: 'a chunk size that is no number', sends: `${OK}Transfer-Encoding: chunked\r\n\r\nxyz\r\n`, code: 'not-http' },
  {
    name: 'a chunk longer than its size',
    sends: `${OK}Transfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n`,
    code: 'not-http',
  },
  {
    name: 'another protocol unasked',
    sends: 'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n',
    code: 'not-http',
  },
  { name: 'endless header lines', sends: (socket) => flood(socket, OK, 'X-A: 1\r\n'), code: 'too-large' },
  { name: 'an endless header value', sends: (socket) => flood(socket, `${OK}X-A: `, 'abc'), code: 'too-large' },
  { name: 'an endless header name', sends: (socket) => flood(socket, OK, 'abc'), code: 'too-large' },
  {
    name: 'endless early hints',
    sends: (socket) => flood(socket, '', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'),
    code: 'too-large',
  },
  {
    name: 'endless trailers',
    sends: (socket) => flood(socket, `${OK}Transfer-Encoding: chunked\r\n\r\n0\r\n`, 'X-A: 1\r\n'),
    code: 'too-large',
  },
];

const identity = selfSigned();

describe.each<Via>(['client', 'raw'])('failures via %s', (via) => {
  it.each(CASES)('$name: $code', async ({ sends, code, timeoutMs = 5_000 }) => {
    const server = await startNetServer((socket) => {
      onRequests(socket, () => (typeof sends === 'string' ? socket.write(sends, 'latin1') : sends(socket)));
    });
    const failure = failureOf(await openTarget(server.url).exchange(post(via), { timeoutMs }));
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(/^[\x20-\x7e]+$/);
  });

  it('a port where nobody listens: unreachable', async () => {
    const url = new URL(`http://127.0.0.1:${await freePort()}/`);
    expect(failureOf(await openTarget(url).exchange(post(via), { timeoutMs: 5_000 }))).toEqual({
      code: 'unreachable',
      message: 'no connection to the target (ECONNREFUSED)',
    });
  });

  it('a certificate nobody vouches for: tls', async () => {
    const server = await startNetServer(answerOk, identity);
    expect(failureOf(await openTarget(server.url).exchange(post(via), { timeoutMs: 5_000 }))).toEqual({
      code: 'tls',
      message: 'the TLS handshake failed (DEPTH_ZERO_SELF_SIGNED_CERT)',
    });
  });

  it('a certificate for another name: tls', async () => {
    const other = selfSigned('elsewhere.test', [192, 0, 2, 1]);
    const server = await startNetServer(answerOk, other);
    const target = openTarget(server.url, { tls: { ca: other.cert } });
    expect(failureOf(await target.exchange(post(via), { timeoutMs: 5_000 }))).toEqual({
      code: 'tls',
      message: 'the TLS handshake failed (ERR_TLS_CERT_ALTNAME_INVALID)',
    });
  });

  it('plain HTTP at an https URL: tls', async () => {
    const server = await startNetServer((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 No\r\n\r\n')));
    const url = new URL(server.url.href.replace('http:', 'https:'));
    expect(failureOf(await openTarget(url).exchange(post(via), { timeoutMs: 5_000 })).code).toBe('tls');
  });

  it('a close or a reset in the handshake: tls', async () => {
    for (const leave of [(socket: Socket) => socket.end(), (socket: Socket) => socket.resetAndDestroy()]) {
      const server = await startNetServer((socket) => socket.once('data', () => leave(socket)));
      const url = new URL(server.url.href.replace('http:', 'https:'));
      expect(failureOf(await openTarget(url).exchange(post(via), { timeoutMs: 5_000 })).code).toBe('tls');
    }
  });

  it('silence in the handshake: timeout', async () => {
    const server = await startNetServer(() => undefined);
    const url = new URL(server.url.href.replace('http:', 'https:'));
    expect(failureOf(await openTarget(url).exchange(post(via), { timeoutMs: 60 })).code).toBe('timeout');
  });

  it('https at a plain HTTP URL ends at once, as no HTTP response', async () => {
    const server = await startNetServer(answerOk, identity);
    const url = new URL(server.url.href.replace('https:', 'http:'));
    const failure = failureOf(await openTarget(url).exchange(post(via), { timeoutMs: 5_000 }));
    expect(['not-http', 'closed', 'reset']).toContain(failure.code);
  });

  it('an abort before the exchange', async () => {
    const server = await startNetServer(answerOk);
    const signal = AbortSignal.abort();
    const exchange = await openTarget(server.url).exchange(post(via), { timeoutMs: 5_000, signal });
    expect(failureOf(exchange).code).toBe('aborted');
    expect(server.connections).toBe(0);
  });

  it('an abort in the exchange closes the connection', async () => {
    const controller = new AbortController();
    let gone: Promise<unknown> | undefined;
    const server = await startNetServer((socket) => {
      gone = once(socket, 'close');
      onRequests(socket, () => controller.abort());
    });
    const exchange = await openTarget(server.url).exchange(post(via), {
      timeoutMs: 5_000,
      signal: controller.signal,
    });
    expect(failureOf(exchange).code).toBe('aborted');
    await expect(gone).resolves.toBeDefined();
  });

  it('leaves no listener on the signal', async () => {
    const server = await startNetServer(answerOk);
    const { signal } = new AbortController();
    const target = openTarget(server.url);
    responseOf(await target.exchange(post(via), { timeoutMs: 5_000, signal }));
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('the end of the target ends a handshake that hangs', async () => {
    let gone: Promise<unknown> | undefined;
    const server = await startNetServer((socket) => {
      gone = once(socket, 'close');
      socket.once('data', () => target.close());
    });
    const target = openTarget(new URL(server.url.href.replace('http:', 'https:')));
    expect(failureOf(await target.exchange(post(via), { timeoutMs: 5_000 })).code).toBe('aborted');
    await expect(gone).resolves.toBeDefined();
  });

  it('a close halfway through the response of a kept connection is not taken for a stale one', async () => {
    let requests = 0;
    const server = await startNetServer((socket) => {
      onRequests(socket, () => {
        requests += 1;
        if (requests === 1) socket.write(`${OK}Content-Length: 2\r\n\r\nok`);
        else socket.end('HTTP/1.1 2');
      });
    });
    const target = openTarget(server.url);
    responseOf(await target.exchange(post(via), { timeoutMs: 5_000 }));
    await nextTurn();
    await nextTurn();
    expect(failureOf(await target.exchange(post(via), { timeoutMs: 5_000 })).code).toBe('closed');
    expect(requests).toBe(2);
    expect(server.connections).toBe(1);
  });

  it('the end of the target aborts exchanges, and refuses later ones', async () => {
    const server = await startNetServer((socket) => {
      onRequests(socket, () => target.close());
    });
    const target = openTarget(server.url);
    expect(failureOf(await target.exchange(post(via), { timeoutMs: 5_000 })).code).toBe('aborted');
    expect(failureOf(await target.exchange(post(via), { timeoutMs: 5_000 })).code).toBe('aborted');
  });

  it('goes on after failures of every kind', async () => {
    const replies = ['', 'garbage\r\n', `${OK}X-A: \x00\r\n\r\n`, `${OK}Content-Length: 2\r\n\r\nok`];
    let at = 0;
    const server = await startNetServer((socket) => {
      onRequests(socket, () => socket.write(replies[at++] ?? ''));
    });
    const target = openTarget(server.url, { connections: 1 });
    const codes: string[] = [];
    for (const timeoutMs of [100, 5_000, 5_000]) {
      codes.push(failureOf(await target.exchange(post(via), { timeoutMs })).code);
    }
    expect(codes).toEqual(['timeout', 'not-http', 'not-http']);
    expect(responseOf(await target.exchange(post(via), { timeoutMs: 5_000 })).status).toBe(200);
  });
});

function answerOk(socket: Socket): void {
  onRequests(socket, () => socket.write(`${OK}Content-Length: 2\r\n\r\nok`));
}

function thenReset(socket: Socket, bytes: string): void {
  socket.write(bytes, async () => {
    // The bytes must be read before the reset, which discards what still waits.
    for (let turn = 0; turn < 10; turn += 1) await nextTurn();
    socket.resetAndDestroy();
  });
}

async function drip(socket: Socket): Promise<void> {
  socket.write(`${OK}Content-Length: 1000000\r\n\r\n`);
  while (!socket.destroyed) {
    await new Promise((resolve) => socket.write('x', resolve));
    await nextTurn();
  }
}

/** Writes `unit` for as long as the peer takes it. */
function flood(socket: Socket, head: string, unit: string): void {
  const units = unit.repeat(100);
  const more = (): void => {
    while (!socket.destroyed && socket.write(units));
  };
  socket.write(head);
  socket.on('drain', more);
  more();
}
