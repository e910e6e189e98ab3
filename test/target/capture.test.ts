import { gzipSync } from 'node:zlib';
import { request } from 'undici';
import { describe, expect, test } from 'vitest';
import { startCapture } from '../../src/target/capture.js';
import { bodies, connected, opened, post, seenOn, sendRaw, textOf } from './capture/helpers/senders.js';

const PATIENT = { maxMs: 20_000 };
const HEAD = 'Host: a\r\nConnection: close\r\n';

describe('what is captured', () => {
  test('is kept as it came: method, path, header lines, bytes', async () => {
    const capture = await opened();
    const lines = `${HEAD}cE-Id:  one \r\nce-ID:\ttwo\t\r\nX-A:\r\nce-subject: \xe9\x80%e2 "q" a\tb\r\nContent-Length: 4\r\n`;
    expect(await sendRaw(capture, `PUT /a%20b/../c?d=%zz HTTP/1.1\r\n${lines}\r\n\x00\xff\n\r`)).toBe(
      'HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
    );
    expect(capture.messages()).toEqual([
      {
        method: 'PUT',
        path: '/a%20b/../c?d=%zz',
        headers: [
          ['Host', 'a'],
          ['Connection', 'close'],
          ['cE-Id', 'one'],
          ['ce-ID', 'two'],
          ['X-A', ''],
          ['ce-subject', '\xe9\x80%e2 "q" a\tb'],
          ['Content-Length', '4'],
        ],
        body: new Uint8Array([0, 255, 10, 13]),
      },
    ]);
  });

  test('holds control characters that are no line ends', async () => {
    const capture = await opened();
    await sendRaw(capture, `POST / HTTP/1.1\r\n${HEAD}ce-subject: a\x01b\x7fc\x1b[2J\r\nContent-Length: 0\r\n\r\n`);
    expect(capture.messages()[0]?.headers).toContainEqual(['ce-subject', 'a\x01b\x7fc\x1b[2J']);
  });

  test('is put together from chunks, in whatever pieces they come', async () => {
    const capture = await opened();
    const socket = await connected(capture);
    socket.setNoDelay(true);
    const answer = seenOn(socket, '\r\n\r\n');
    const bytes =
      'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n1;x=y\r\n\xff\r\n0\r\n\r\n';
    for (const byte of bytes) await new Promise((resolve) => socket.write(byte, 'latin1', resolve));
    expect(await answer).toMatch(/^HTTP\/1\.1 202 /);
    expect(bodies(capture)).toEqual(['abc\xff']);
    expect(capture.messages()[0]?.headers).toContainEqual(['Transfer-Encoding', 'chunked']);
  });

  test('has the coding that it came with', async () => {
    const capture = await opened();
    const body = gzipSync('text');
    await post(capture, body, { 'content-encoding': 'gzip' });
    expect(capture.messages()[0]?.body).toEqual(new Uint8Array(body));
  });

  test('comes in any number over one connection, pipelined too, in its order', async () => {
    const capture = await opened();
    const message = (text: string, more = ''): string =>
      `POST / HTTP/1.1\r\nHost: a\r\n${more}Content-Length: ${text.length}\r\n\r\n${text}`;
    const answers = await sendRaw(
      capture,
      `${message('1')}${message('22')}${message('')}${message('4', 'Connection: close\r\n')}`,
    );
    expect(answers.match(/ 202 /g)).toHaveLength(4);
    expect(bodies(capture)).toEqual(['1', '22', '', '4']);
  });

  test('comes over many connections at a time', async () => {
    const capture = await opened();
    const texts = Array.from({ length: 100 }, (_, index) => String(index));
    expect(new Set(await Promise.all(texts.map((text) => post(capture, text))))).toEqual(new Set([202]));
    expect(bodies(capture).toSorted()).toEqual(texts.toSorted());
  });

  test('may wait for 100 Continue, or for what we do not know', async () => {
    const capture = await opened();
    const socket = await connected(capture);
    const goOn = seenOn(socket, '100 Continue\r\n\r\n');
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n');
    await goOn;
    const accepted = seenOn(socket, ' 202 ');
    socket.write('x');
    await accepted;
    await sendRaw(capture, `POST / HTTP/1.1\r\n${HEAD}Expect: more\r\nContent-Length: 1\r\n\r\ny`);
    expect(bodies(capture)).toEqual(['x', 'y']);
  });

  test('may offer an upgrade to HTTP/2, as the client of Java does', async () => {
    const capture = await opened();
    const upgrade =
      'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA\r\n';
    const socket = await connected(capture);
    const answer = seenOn(socket, '\r\n\r\n');
    socket.write(`POST / HTTP/1.1\r\n${upgrade}Host: a\r\nContent-Length: 2\r\n\r\nhi`);
    expect(await answer).toMatch(/^HTTP\/1\.1 202 /);
    expect(bodies(capture)).toEqual(['hi']);
  });

  test('has as many header lines as were sent', async () => {
    const capture = await opened();
    const lines = Array.from({ length: 3_000 }, (_, index) => `x-${index}: 1\r\n`).join('');
    await sendRaw(capture, `POST / HTTP/1.1\r\n${HEAD}${lines}Content-Length: 0\r\n\r\n`);
    expect(capture.messages()[0]?.headers).toHaveLength(3_003);
  });

  test('cannot be changed by whoever reads it', async () => {
    const capture = await opened();
    await post(capture, 'a');
    (capture.messages() as unknown[]).length = 0;
    expect(bodies(capture)).toEqual(['a']);
  });
});

describe('handshakes of web hooks', () => {
  const handshake = async (url: URL, headers: Record<string, string>) => {
    const response = await request(url, { method: 'OPTIONS', headers });
    expect(await response.body.text()).toBe('');
    return { status: response.statusCode, headers: response.headers };
  };

  test('are agreed to, and are no messages', async () => {
    const capture = await opened();
    const asked = { 'WebHook-Request-Origin': 'producer.example', 'WebHook-Request-Rate': '120' };
    expect(await handshake(capture.url, asked)).toMatchObject({
      status: 200,
      headers: { allow: 'POST', 'webhook-allowed-origin': '*', 'webhook-allowed-rate': '*' },
    });
    expect(capture.messages()).toEqual([]);
    expect(capture.losses()).toEqual({ tooLarge: 0, noRoom: 0, incomplete: 0, unreadable: 0 });
  });

  test('that ask for nothing are told nothing', async () => {
    const capture = await opened();
    const { status, headers } = await handshake(capture.url, { 'ce-id': '1' });
    expect({ status, allow: headers.allow }).toEqual({ status: 200, allow: 'POST' });
    expect(headers).not.toHaveProperty('webhook-allowed-origin');
    expect(capture.messages()).toEqual([]);
  });
});

describe('the address', () => {
  test.each([
    [undefined, /^http:\/\/127\.0\.0\.1:\d+\/$/],
    ['0.0.0.0', /^http:\/\/127\.0\.0\.1:\d+\/$/],
    ['::1', /^http:\/\/\[::1\]:\d+\/$/],
    ['::', /^http:\/\/\[::1\]:\d+\/$/],
  ])('of %s reaches it', async (host, form) => {
    const capture = await opened(host === undefined ? {} : { host });
    expect(capture.url.href).toMatch(form);
    expect(await post(capture, 'x')).toBe(202);
  });

  test('that is taken is an error', async () => {
    const { url } = await opened();
    await expect(startCapture({ port: Number(url.port) })).rejects.toThrow('EADDRINUSE');
  });
});

describe('the end', () => {
  test('is told once, and nothing is kept after it', async () => {
    const capture = await opened();
    await post(capture, 'a');
    expect(await capture.until({ count: 1, ...PATIENT })).toBe('count');
    expect(await post(capture, 'b')).toBe(202);
    expect(bodies(capture)).toEqual(['a']);
    expect(await capture.until({ count: 5, ...PATIENT })).toBe('count');
  });

  test('comes with the very message that is counted, though more are there', async () => {
    const capture = await opened();
    const message = (text: string): string => `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n${text}`;
    const ending = capture.until({ count: 2, ...PATIENT });
    const socket = await connected(capture);
    socket.write(['1', '2', '3', '4'].map(message).join(''));
    expect(await ending).toBe('count');
    expect(bodies(capture)).toEqual(['1', '2']);
  });

  test('counts what is asked to be counted', async () => {
    const capture = await opened({ counts: ({ body }) => textOf(body) !== 'probe' });
    const ending = capture.until({ count: 2, ...PATIENT });
    for (const text of ['probe', 'a', 'probe', 'b']) await post(capture, text);
    expect(await ending).toBe('count');
    expect(bodies(capture)).toEqual(['probe', 'a', 'probe', 'b']);
  });

  test('of a capture that is closed is an interruption, and leaves no connection', async () => {
    const capture = await startCapture();
    const socket = await connected(capture);
    const gone = new Promise((resolve) => socket.once('close', resolve));
    const ending = capture.until({ count: 1 });
    await capture.close();
    expect(await ending).toBe('interrupted');
    await gone;
    await expect(connected(capture)).rejects.toThrow('ECONNREFUSED');
  });
});
