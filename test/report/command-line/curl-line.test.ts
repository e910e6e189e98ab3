import { describe, expect, test } from 'vitest';
import { encodeHttp } from '../../../src/binding/http/encode.js';
import type { HeaderLine } from '../../../src/binding/types.js';
import { event } from '../../../src/generate/event.js';
import { sample } from '../../../src/generate/sample.js';
import { curlLine } from '../../../src/report/command-line/curl-line.js';
import type { HttpRequest } from '../../../src/target/types.js';
import { onRequests, startNetServer } from '../../target/helpers/net-server.js';
import { describeWithTool, runLines, SHELLS } from './helpers/shells.js';

const JSON_TYPE: HeaderLine = ['Content-Type', 'application/json'];
const request = (rest: Partial<Omit<HttpRequest, 'body'>> & { readonly body?: string } = {}): HttpRequest => ({
  method: 'POST',
  via: 'client',
  headers: [JSON_TYPE],
  ...rest,
  body: Buffer.from(rest.body ?? '{}', 'latin1'),
});
const withHeader = (name: string, value: string): HttpRequest => request({ headers: [JSON_TYPE, [name, value]] });
const EVERY_BYTE = String.fromCharCode(...Array(256).keys());
const HEADER_BYTES = EVERY_BYTE.replace(/[\r\n\0]/g, '');

const NASTY: readonly HttpRequest[] = [
  request(),
  request({ body: EVERY_BYTE.repeat(2) }),
  request({ body: '@/etc/passwd' }),
  request({ body: '-X' }),
  request({ body: "'; touch pwned; echo '$(touch pwned)`touch pwned`!!%s\\n" }),
  request({ body: 'a\r\n\n' }),
  request({ body: '\0' }),
  request({ body: '' }),
  request({ body: 'x'.repeat(20_000) }),
  request({ body: `${'\xe9'.repeat(20_000)}\n` }),
  request({ headers: [] }),
  request({ headers: [], body: '' }),
  request({ headers: [['Content-Type', '']] }),
  request({ headers: [['cOnTeNt-TyPe', 'text/plain; charset="é"']] }),
  request({ headers: [['b', '1'], JSON_TYPE, ['a', '2'], ['b', '3'], ['B', '1'], ['Content-Type', 'a/b']] }),
  withHeader('ce-e', ''),
  withHeader('ce-e', HEADER_BYTES),
  withHeader('ce-e', ' \t1 \t'),
  withHeader('ce-e', '$(touch pwned)`touch pwned`\' ; touch pwned ;" \\ % !! \xff$(touch pwned)'),
  withHeader("ce-!#$%&'*+-.^_`|~", ': ; @x'),
  withHeader('ce-e', ';'),
  withHeader('Accept', 'a/b'),
  withHeader('USER-AGENT', ''),
  withHeader('Authorization', 'Bearer x'),
  withHeader('Cookie', 'a=b'),
  withHeader('Expect', '417'),
  withHeader('Accept-Encoding', 'gzip'),
  withHeader('Range', 'bytes=0-1'),
  withHeader('TE', 'trailers'),
  request({ method: 'GET', headers: [['a', 'b']], body: '' }),
  request({ method: 'GET' }),
  request({ method: 'PUT', body: '' }),
  request({ method: 'OPTIONS', headers: [['WebHook-Request-Origin', "it's"]], body: '' }),
  request({ method: 'delete' }),
  request({ method: "$`'&" }),
  request({ method: '-d' }),
  request({ via: 'raw', method: 'GET', body: '' }),
  request({ via: 'raw', framing: 'none', body: '' }),
  request({ via: 'raw', framing: 'content-length', body: '\xff' }),
];

/** Those of the other half are run by the other shell. */
const GENERATED = sample(event, 'lines of curl', 60).map((one, at): HttpRequest => {
  const mode = (['binary', 'structured', 'batch'] as const)[at % 3] ?? 'binary';
  return { method: 'POST', via: 'client', ...encodeHttp([one], mode) };
});

/** A request as curl has to write it; Content-Length apart, whose place is left to it. */
function expected(sent: HttpRequest, path: string, host: string): readonly unknown[] {
  const isFramed = sent.via === 'raw' ? sent.framing !== 'none' : sent.body.length > 0 || sent.method !== 'GET';
  return [
    `${sent.method} ${path} HTTP/1.1`,
    `Host: ${host}`,
    ...sent.headers.map(([name, value]) => (value === '' ? `${name}:` : `${name}: ${value}`)),
    sent.method === 'OPTIONS' ? [] : isFramed ? [`Content-Length: ${sent.body.length}`] : [],
    Buffer.from(sent.body).toString('latin1'),
  ];
}

function received(raw: string): readonly unknown[] {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw.slice(0, end).split('\r\n');
  const isLength = (line: string): boolean => /^content-length:/i.test(line);
  return [...lines.filter((line) => !isLength(line)), lines.filter(isLength), raw.slice(end + 4)];
}

const lineOf = (sent: HttpRequest, url: string): string => {
  const made = curlLine(sent, url);
  if (made.kind === 'none') throw new Error(made.reason);
  expect(made.line).toMatch(/^[\x20-\x7e]+$/);
  return made.line;
};

describe('a line of curl', () => {
  test('shows a request that a person can read', () => {
    const sent = request({ headers: [JSON_TYPE, ['ce-id', "it's 1"]], body: '{"a":1}' });
    expect(curlLine(sent, 'http://localhost:8080/in')).toEqual({
      kind: 'line',
      tool: 'curl',
      line: `curl -sS -i --http1.1 -A '' -H Accept: -H 'Content-Type: application/json' -H 'ce-id: it'\\''s 1' --data-raw '{"a":1}' http://localhost:8080/in`,
    });
  });

  test('has the URL as it is sent, which is no pattern, no option and no file', () => {
    const urlIn = (url: string): string =>
      lineOf(request({ headers: [], method: 'GET', body: '' }), url).split('Accept: ')[1] ?? '';
    expect(urlIn('http://u:p@[::1]:80/a b/../%2e%2e/c?x={1,2}#f')).toBe("'http://[::1]/c?x={1,2}'");
    expect(urlIn("https://example.com:443/'?é")).toBe("'https://example.com/'\\''?%C3%A9'");
    expect(lineOf(request(), 'http://h/[1-2]')).toContain('--http1.1 -g ');
    expect(lineOf(request(), 'http://h/1-2')).not.toContain(' -g ');
  });

  test.each<[string, HttpRequest]>([
    ['the length that it announces', request({ via: 'raw', lengthDelta: -1 })],
    ['the length that it announces', request({ via: 'raw', cutAfter: 1 })],
    ['in pieces', request({ via: 'raw', pieces: 3 })],
    ['chunks', request({ via: 'raw', framing: 'chunked' })],
    ['has no length', request({ via: 'raw', framing: 'none' })],
    ['its method is no token', request({ method: 'GET /x HTTP/1.1' })],
    ['the answer to HEAD', request({ method: 'HEAD', body: '' })],
    ['is no token', withHeader('@/etc/passwd', '1')],
    ['is no token', withHeader('a;', '1')],
    ['is no token', withHeader('', '1')],
    ['its own way with the header HOST', withHeader('HOST', 'a')],
    ['its own way with the header Connection', withHeader('Connection', 'close')],
    ['its own way with the header Content-Length', withHeader('Content-Length', '1')],
    ['a line break or a NUL', withHeader('a', 'b\r\nc: d')],
    ['a line break or a NUL', withHeader('a', 'b\n')],
    ['a line break or a NUL', withHeader('a', '\0')],
    ['more than bytes', withHeader('a', '\u20ac')],
    ['all white space', withHeader('a', ' \t')],
    ['more than 100000 characters', request({ body: 'x'.repeat(100_001) })],
    ['more than 100000 characters', request({ body: '\xff'.repeat(25_000) })],
    ['more than 100000 characters', withHeader('a', "'".repeat(25_000))],
  ])('is none where %s', (why, sent) => {
    expect(curlLine(sent, 'http://localhost/')).toEqual({
      kind: 'none',
      tool: 'curl',
      reason: expect.stringContaining(why),
    });
  });

  test.each(['file:///etc/passwd', '-o/tmp/x', 'localhost:80', '', 'http://'])('is none for the URL %j', (url) => {
    expect(curlLine(request(), url)).toMatchObject({ kind: 'none', reason: 'the target has no http or https URL' });
  });
});

describeWithTool('curl', 'curl', 'a line of curl that is run', () => {
  test.each(SHELLS)('sends the request byte for byte, from %s', async (shell) => {
    const requests: string[] = [];
    const { url } = await startNetServer((socket) =>
      onRequests(socket, (raw) => {
        requests.push(raw);
        socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n');
      }),
    );
    const path = "/in/%41/a'$(touch%20pwned)?q=[1-3]{a,b}&x=%27'`$(x)!";
    const all = [...NASTY, ...GENERATED.filter((_, at) => at % 2 === SHELLS.indexOf(shell))];
    await runLines(
      shell,
      all.map((one) => lineOf(one, url.origin + path)),
    );
    expect(requests.map(received)).toEqual(
      all.map((one) => expected(one, new URL(path, url).href.slice(url.origin.length), url.host)),
    );
  });
});
