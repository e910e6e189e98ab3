import { describe, expect, it } from 'vitest';
import { REDACTED, redactHeaders, redactUrl } from '../../src/target/redact.js';

describe('redactHeaders', () => {
  it.each([
    'Authorization',
    'proxy-authorization',
    'COOKIE',
    'Set-Cookie',
    'X-Api-Key',
    'x-apikey',
    'X-Auth-Token',
    'Client-Secret',
    'X-Password',
    'Tokens',
  ])('hides %s', (name) => {
    expect(
      redactHeaders([
        ['ce-id', '1'],
        [name, 'hush'],
      ]),
    ).toEqual([
      ['ce-id', '1'],
      [name, REDACTED],
    ]);
  });

  it.each(['ce-token', 'CE-Authorization', 'ce-secret', 'Content-Type', 'WWW-Authenticate', 'X-Key'])(
    'shows %s',
    (name) => {
      expect(redactHeaders([[name, 'value']])).toEqual([[name, 'value']]);
    },
  );

  it('keeps casing, order and repeats', () => {
    expect(
      redactHeaders([
        ['COOKIE', 'a'],
        ['X', ''],
        ['cookie', 'b'],
      ]),
    ).toEqual([
      ['COOKIE', REDACTED],
      ['X', ''],
      ['cookie', REDACTED],
    ]);
  });

  it('gives the same lines back when there is nothing to hide', () => {
    const lines = [['ce-id', '1']] as const;
    expect(redactHeaders(lines)).toBe(lines);
  });
});

describe('redactUrl', () => {
  it.each([
    ['http://example.test/a?b=c#d', 'http://example.test/a?b=c#d'],
    ['http://user:pa%40ss@example.test/', 'http://[redacted]@example.test/'],
    ['kafka://user@example.test:9092/in', 'kafka://[redacted]@example.test:9092/in'],
    ['http://a@b:c@example.test/x@y', 'http://[redacted]@example.test/x@y'],
    ['http://example.test/a@b', 'http://example.test/a@b'],
    ['/in?access_token=abc&x=%20&KEY=1', '/in?access_token=[redacted]&x=%20&KEY=[redacted]'],
    [
      '/in?api_key=1&apikey=2&api-key=3&sig=4',
      '/in?api_key=[redacted]&apikey=[redacted]&api-key=[redacted]&sig=[redacted]',
    ],
    ['/in?access%5Ftoken=abc', '/in?access%5Ftoken=[redacted]'],
    ['/in?monkey=1&%zz=2&design=3', '/in?monkey=1&%zz=2&design=3'],
    ['/in?token', '/in?token'],
    ['/in?token=a=b?c', '/in?token=[redacted]'],
    ['/cb#access_token=abc&state=1', '/cb#access_token=[redacted]&state=1'],
    ['', ''],
  ])('%s becomes %s', (url, expected) => {
    expect(redactUrl(url)).toBe(expected);
  });

  it('takes URL objects', () => {
    expect(redactUrl(new URL('http://u:p@example.test/?token=1'))).toBe(
      'http://[redacted]@example.test/?token=[redacted]',
    );
  });
});
