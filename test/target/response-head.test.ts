import { describe, expect, it } from 'vitest';
import { bodyFraming, keepsAlive, parseHeaderLine, parseStatusLine } from '../../src/target/response-head.js';

describe('parseStatusLine', () => {
  it.each([
    ['HTTP/1.1 200 OK', { minor: 1, status: 200, reason: 'OK' }],
    ['HTTP/1.0 404 Not Found', { minor: 0, status: 404, reason: 'Not Found' }],
    ['HTTP/1.1 200 ', { minor: 1, status: 200, reason: '' }],
    ['HTTP/1.1 200', { minor: 1, status: 200, reason: '' }],
    ['HTTP/1.1 999 \xe9', { minor: 1, status: 999, reason: '\xe9' }],
  ])('reads %j', (line, expected) => {
    expect(parseStatusLine(line)).toEqual(expected);
  });

  it.each([
    '',
    'HTTP/1.1',
    'HTTP/1.1 20 OK',
    'HTTP/1.1 099 OK',
    'HTTP/1.1  200 OK',
    'HTTP/1.2 200 OK',
    'http/1.1 200 OK',
    'HTTP/1.1 200 O\x00K',
    'HTTP/2 200',
  ])('refuses %j', (line) => {
    expect(parseStatusLine(line)).toBeUndefined();
  });
});

describe('parseHeaderLine', () => {
  it.each([
    ['Ce-Id:1', ['Ce-Id', '1']],
    ['ce-id: \t a\tb \t', ['ce-id', 'a\tb']],
    ['x:', ['x', '']],
    ['x: a:b', ['x', 'a:b']],
    ["!#$%&'*+-.^_`|~09azAZ: \xff", ["!#$%&'*+-.^_`|~09azAZ", '\xff']],
  ])('reads %j', (line, expected) => {
    expect(parseHeaderLine(line)).toEqual(expected);
  });

  it.each(['x', ': x', ' x: y', 'x : y', 'x y: z', 'x: a\x00', 'x: \x7f', '\xe9: 1', 'x: a\rb'])(
    'refuses %j',
    (line) => {
      expect(parseHeaderLine(line)).toBeUndefined();
    },
  );

  it('takes time in proportion to the line, however much white space is in it', () => {
    const spaces = ' '.repeat(1_000_000);
    expect(parseHeaderLine(`x:${spaces}a${spaces}b${spaces}`)?.[1]).toHaveLength(1_000_002);
  });
});

describe('bodyFraming', () => {
  const length = ['Content-Length', '5'] as const;
  const chunked = ['TRANSFER-ENCODING', 'gzip, Chunked'] as const;

  it.each([
    ['a length', 200, [length], { kind: 'length', length: 5 }],
    ['chunks, the last coding', 200, [chunked], { kind: 'chunked' }],
    ['a coding that is not chunked', 200, [['Transfer-Encoding', 'xchunked']], { kind: 'until-close' }],
    ['chunked before another coding', 200, [['Transfer-Encoding', 'chunked, gzip']], { kind: 'until-close' }],
    [
      'codings on two lines',
      200,
      [
        ['Transfer-Encoding', 'gzip'],
        ['Transfer-Encoding', 'chunked'],
      ],
      { kind: 'chunked' },
    ],
    ['nothing', 200, [], { kind: 'until-close' }],
    ['both', 200, [length, chunked], { kind: 'invalid', why: 'both Content-Length and Transfer-Encoding' }],
    ['two lengths', 200, [length, length], { kind: 'invalid', why: 'more than one Content-Length' }],
    [
      'a list of lengths',
      200,
      [['Content-Length', '5, 5']],
      { kind: 'invalid', why: 'a Content-Length that is no number' },
    ],
    [
      'an absurd length',
      200,
      [['Content-Length', '9'.repeat(16)]],
      { kind: 'invalid', why: 'a Content-Length that is no number' },
    ],
    ['204', 204, [length], { kind: 'none', promised: true }],
    ['304', 304, [], { kind: 'none', promised: false }],
  ] as const)('%s', (_, status, headers, expected) => {
    expect(bodyFraming('POST', status, headers)).toEqual(expected);
  });

  it('knows that HEAD has none', () => {
    expect(bodyFraming('HEAD', 200, [length])).toMatchObject({ kind: 'none' });
  });
});

describe('keepsAlive', () => {
  it.each([
    [1, undefined, true],
    [1, 'close', false],
    [1, 'Keep-Alive , CLOSE', false],
    [1, 'x-close', true],
    [0, undefined, false],
    [0, 'keep-alive', true],
  ] as const)('HTTP/1.%i with Connection %j: %s', (minor, value, expected) => {
    expect(keepsAlive(minor, value === undefined ? [] : [['connection', value]])).toBe(expected);
  });
});
