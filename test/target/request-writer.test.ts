import { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { resolveEndpoint } from '../../src/target/http-endpoint.js';
import { encodeRequest, isBroken, slowly, writeRequest } from '../../src/target/request-writer.js';
import type { HttpRequest } from '../../src/target/types.js';
import { post, text } from './helpers/targets.js';

const endpoint = resolveEndpoint({ url: new URL('http://example.test/in?x=1'), headers: [['X-Extra', '1']] });

function encoded(request: Partial<HttpRequest>): string {
  const { head, body } = encodeRequest(endpoint, post('raw', request));
  return head + text(body);
}

const HEAD = 'POST /in?x=1 HTTP/1.1\r\nHost: example.test\r\nX-Extra: 1\r\n';

describe('encodeRequest', () => {
  it.each<readonly [Partial<HttpRequest>, string]>([
    [{}, `${HEAD}Content-Length: 5\r\n\r\nhello`],
    [{ framing: 'content-length', body: new Uint8Array() }, `${HEAD}Content-Length: 0\r\n\r\n`],
    [{ framing: 'none', body: new Uint8Array() }, `${HEAD}\r\n`],
    [{ framing: 'chunked' }, `${HEAD}Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n`],
    [{ framing: 'chunked', body: Buffer.from('a') }, `${HEAD}Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n`],
    [{ framing: 'chunked', body: new Uint8Array() }, `${HEAD}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    [{ headers: [['ce-id', ' a ']] }, `${HEAD}ce-id:  a \r\nContent-Length: 5\r\n\r\nhello`],
    [{ lengthDelta: 3 }, `${HEAD}Content-Length: 8\r\n\r\nhello`],
    [{ lengthDelta: -2 }, `${HEAD}Content-Length: 3\r\n\r\nhello`],
    [{ lengthDelta: -9 }, `${HEAD}Content-Length: 0\r\n\r\nhello`],
    [{ cutAfter: 2 }, `${HEAD}Content-Length: 5\r\n\r\nhe`],
    [{ cutAfter: 0 }, `${HEAD}Content-Length: 5\r\n\r\n`],
    [{ cutAfter: 9 }, `${HEAD}Content-Length: 5\r\n\r\nhello`],
    [{ cutAfter: 4, lengthDelta: 1 }, `${HEAD}Content-Length: 6\r\n\r\nhell`],
    [{ cutAfter: 5, framing: 'chunked' }, `${HEAD}Transfer-Encoding: chunked\r\n\r\n3\r\nhe`],
  ])('%j', (request, expected) => {
    expect(encoded(request)).toBe(expected);
  });

  it('writes sizes of chunks in hexadecimal', () => {
    const body = Buffer.alloc(60, 'x');
    expect(encoded({ framing: 'chunked', body })).toContain(`\r\n1e\r\n${'x'.repeat(30)}\r\n1e\r\n`);
  });

  it('refuses what would split the request', () => {
    expect(() => encoded({ headers: [['a', 'b\r\n']] })).toThrow(/CR, LF or NUL/);
  });
});

describe('isBroken', () => {
  it.each<readonly [Partial<HttpRequest>, boolean]>([
    [{}, false],
    [{ pieces: 1, framing: 'chunked' }, false],
    [{ lengthDelta: 1 }, true],
    [{ lengthDelta: 0 }, true],
    [{ cutAfter: 0 }, true],
  ])('%j: %s', (request, expected) => {
    expect(isBroken(post('raw', request))).toBe(expected);
  });
});

describe('slowly', () => {
  const request = { head: 'x'.repeat(60), body: Buffer.alloc(40) };

  it.each([
    ['as long as it helps', 50, 5_000, 10],
    ['shorter, so that all of them take a quarter of the deadline', 1, 800, 2],
    ['none, where there is no time', 1, 100, 0],
  ])('pauses %s', (_, length, timeoutMs, pauseMs) => {
    expect(slowly(request, length, timeoutMs)).toEqual({ length, pauseMs });
  });
});

describe('writeRequest', () => {
  it('writes no more pieces when the socket is gone', async () => {
    const socket = new Socket();
    socket.destroy();
    let done = false;
    const writing = writeRequest(
      socket,
      { head: 'x'.repeat(1_000), body: new Uint8Array() },
      { length: 1, pauseMs: 0 },
    ).then(() => {
      done = true;
    });
    await nextTurn();
    expect(done).toBe(true);
    await writing;
  });
});
