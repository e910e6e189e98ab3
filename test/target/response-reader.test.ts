import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createResponseReader, type Reading } from '../../src/target/response-reader.js';

const LIMITS = { maxHeaderBytes: 200, maxBodyBytes: 50 };

/** Feeds pieces, then the end of the connection. */
function read(pieces: readonly Buffer[], method = 'POST'): Reading {
  const reader = createResponseReader(method, LIMITS);
  for (const piece of pieces) {
    const reading = reader.push(piece);
    if (reading !== undefined) return reading;
  }
  return reader.end();
}

function readText(text: string, method?: string): Reading {
  return read([Buffer.from(text, 'latin1')], method);
}

const OK = 'HTTP/1.1 200 OK\r\n';

const MESSAGES: readonly string[] = [
  `${OK}Content-Length: 5\r\n\r\nhello`,
  `${OK}X-A:  b \r\nTransfer-Encoding: chunked\r\n\r\n3;x\r\nabc\r\n2\r\nde\r\n0\r\nX-T: 1\r\n\r\n`,
  `${OK}Transfer-Encoding: gzip\r\n\r\nuntil close`,
  `HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.0 404 Not Found\r\nContent-Length: 0\r\n\r\n`,
  `${OK}Content-Length: 60\r\n\r\n${'x'.repeat(60)}`,
  `${OK}Content-Length: 5\r\n\r\nhel`,
  `${OK}Transfer-Encoding: chunked\r\n\r\n2\r\nabc`,
  `${OK}X: ${'y'.repeat(200)}\r\n\r\n`,
  'garbage',
  'HTTP/1.1 2000 OK\r\n\r\n',
  '\r\nHTTP/1.1 204 No Content\r\n\r\n',
];

describe('createResponseReader', () => {
  it('reads the same however the bytes are cut', () => {
    const cuts = fc.tuple(fc.constantFrom(...MESSAGES), fc.array(fc.nat({ max: 120 }), { maxLength: 12 }));
    fc.assert(
      fc.property(cuts, ([message, places]) => {
        const bytes = Buffer.from(message, 'latin1');
        const at = [0, ...places.filter((place) => place <= bytes.length).sort((a, b) => a - b), bytes.length];
        const pieces = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
        expect(plain(read(pieces))).toEqual(plain(read([bytes])));
      }),
      { numRuns: 500 },
    );
  });

  it('reads the same byte by byte', () => {
    for (const message of MESSAGES) {
      const bytes = [...Buffer.from(message, 'latin1')].map((byte) => Buffer.from([byte]));
      expect(plain(read(bytes))).toEqual(plain(readText(message)));
    }
  });

  it('never throws, whatever comes', () => {
    const line = fc.oneof(
      fc.constantFrom(OK, 'Content-Length: 3\r\n', 'Transfer-Encoding: chunked\r\n', '\r\n', '3\r\nabc\r\n'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(['response', 'failure']).toContain(readText(lines.join('')).reply.kind);
      }),
      { numRuns: 1000 },
    );
  });

  it.each<readonly [text: string, reusable: boolean]>([
    [`${OK}Content-Length: 0\r\n\r\n`, true],
    [`${OK}Content-Length: 0\r\nConnection: keep-alive, Close\r\n\r\n`, false],
    [`${OK}Content-Length: 1\r\n\r\nab`, false],
    ['HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n', false],
    ['HTTP/1.0 200 OK\r\nContent-Length: 0\r\nConnection: Keep-Alive\r\n\r\n', true],
    [`${OK}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, true],
    [`${OK}\r\n`, false],
    ['HTTP/1.1 204 No Content\r\n\r\n', true],
    ['HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n', true],
    ['HTTP/1.1 204 No Content\r\nContent-Length: 1\r\n\r\n', false],
    ['HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n', false],
  ])('%j leaves a connection that can be used again: %s', (text, reusable) => {
    const reading = readText(text);
    expect(reading.reply.kind).toBe('response');
    expect(reading.reusable).toBe(reusable);
  });

  it.each<readonly [text: string, code: string, message: RegExp]>([
    ['', 'closed', /without a response/],
    ['HT', 'closed', /before the response was complete/],
    ['HX', 'not-http', /status line/],
    ['HTTP/2 200\r\n', 'not-http', /status line/],
    [`${OK} folded\r\n`, 'not-http', /header line/],
    [`${OK}: x\r\n`, 'not-http', /header line/],
    [`${OK}X: 1\n`, 'not-http', /CR LF/],
    [`${OK}Content-Length: 1\r\nContent-Length: 1\r\n\r\n`, 'not-http', /more than one Content-Length/],
    [`${OK}Content-Length: -1\r\n\r\n`, 'not-http', /no number/],
    [`${OK}Transfer-Encoding: chunked\r\n\r\n\r\n`, 'not-http', /chunk size/],
    [`${OK}Transfer-Encoding: chunked\r\n\r\n0\r\nbad\r\n\r\n`, 'not-http', /trailer/],
    [`${OK}Transfer-Encoding: chunked\r\n\r\n1;${'x'.repeat(300)}`, 'too-large', /200 bytes of header lines/],
    ['HTTP/1.1 101 Switching Protocols\r\n\r\n', 'not-http', /switches protocols/],
  ])('%j: %s', (text, code, message) => {
    expect(readText(text).reply).toEqual({
      kind: 'failure',
      failure: { code, message: expect.stringMatching(message) },
    });
  });

  it('counts the lines of interim responses too', () => {
    const hints = 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(20);
    expect(readText(hints).reply).toMatchObject({ failure: { code: 'too-large' } });
  });

  it('does not count the lines around many chunks together', () => {
    const chunks = '1\r\na\r\n'.repeat(50);
    expect(readText(`${OK}Transfer-Encoding: chunked\r\n\r\n${chunks}0\r\n\r\n`).reply).toMatchObject({
      response: { truncated: false, body: Buffer.from('a'.repeat(50)) },
    });
  });

  it('expects no body after HEAD', () => {
    expect(readText(`${OK}Content-Length: 5\r\n\r\n`, 'HEAD').reply.kind).toBe('response');
    expect(readText(`${OK}Content-Length: 5\r\n\r\n`, 'GET').reply.kind).toBe('failure');
  });
});

/** Without the messages, which may tell how far reading came. */
function plain({ reply, reusable }: Reading): unknown {
  if (reply.kind === 'failure') return { code: reply.failure.code };
  if (reply.kind !== 'response') return reply;
  return { ...reply.response, body: Buffer.from(reply.response.body).toString('latin1'), reusable: reusable };
}
