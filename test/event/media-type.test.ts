import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonMediaType, parseMediaType, sameMediaType } from '../../src/event/media-type.js';

describe('a media type', () => {
  it('has a type, a subtype and parameters', () => {
    expect(parseMediaType('multipart/mixed; boundary="a b"; Charset=UTF-8')).toEqual({
      type: 'multipart',
      subtype: 'mixed',
      parameters: [
        ['boundary', 'a b'],
        ['charset', 'UTF-8'],
      ],
    });
  });

  it('compares without case in its names', () => {
    expect(parseMediaType('Application/Vnd.X+JSON;V=A')).toEqual({
      type: 'application',
      subtype: 'vnd.x+json',
      parameters: [['v', 'A']],
    });
  });

  it('processes escapes within quotes', () => {
    expect(parseMediaType('a/b;c="d\\"e\\\\f;g"')?.parameters).toEqual([['c', 'd"e\\f;g']]);
  });

  it.each([
    ...['text/plain', 'application/json', 'application/vnd.apache.thrift.binary', 'x/y', '*/*'],
    ...[
      'text/plain;a=b',
      'text/plain ; a = b ',
      'text/plain;\ta="b"\t',
      'a/b;c=""',
      'a/b;c=d;c=e',
      "a/!#$%&'*+-.^_`{|}~",
    ],
  ])('may be %j', (text) => {
    expect(parseMediaType(text)).toBeDefined();
  });

  it.each([
    ...[
      '',
      'json',
      'text/',
      '/plain',
      '/',
      'a/b/c',
      'a b/c',
      'a/b c',
      ' a/b',
      'text/plain, text/html',
      'a/b;c',
      'a/b;c=',
    ],
    ...['a/b;', 'a/b;;c=d', 'a/b;=d', 'a/b;c="d', 'a/b;c="d\\', 'a/b;c="d"e', 'a/b;c=d e', 'a/b c=d', 'é/b', 'a/é'],
    ...['a/b;c=é', 'a/b;c="é"', 'a/b\n', 'a/b;c="\n"', 'a/b;c="\\\n"', 'a(b)/c', 'a/b;c=d/e', 'a/b@c', 'a / b'],
  ])('may not be %j', (text) => {
    expect(parseMediaType(text)).toBeUndefined();
  });

  it('gives back any value that is quoted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (value) => {
        const quoted = value.replace(/["\\]/g, '\\$&');
        expect(parseMediaType(`a/b;c="${quoted}"`)?.parameters).toEqual([['c', value]]);
      }),
    );
  });

  it('may be huge', () => {
    const huge = 'a'.repeat(1_000_000);
    expect(parseMediaType(`${huge}/${huge};${huge}=${huge};q="${huge}"`)?.parameters).toHaveLength(2);
    expect(parseMediaType(`a/b;c="${huge}`)).toBeUndefined();
  });
});

describe('JSON is declared by', () => {
  it.each([
    ...[
      'application/json',
      'text/json',
      'application/vnd.x+json',
      'Application/JSON',
      'APPLICATION/Vnd.X+JSON',
      'x/+json',
    ],
    ...['application/json;charset=utf-8', 'application/json ; a=b', 'application/vnd.x+json; v=1', 'application/json;'],
    ...['application/cloudevents+json', 'application/cloudevents-batch+json', 'application/json;a=text/plain'],
  ])('%j', (text) => {
    expect(isJsonMediaType(text)).toBe(true);
  });

  it.each([
    ...[
      'application/json-seq',
      'application/jsonl',
      'application/geo+json-seq',
      'application/jsonx',
      'application/xjson',
    ],
    ...['json', '+json', '/json', '', 'text/plain', 'text/plain;a=application/json', 'text/plain;application/json'],
    ...['application/x/json', 'application/json+xml', 'application/', 'text/plain; a="/json"'],
  ])('not by %j', (text) => {
    expect(isJsonMediaType(text)).toBe(false);
  });
});

describe('the same media type', () => {
  it.each([
    ['text/plain; charset=utf-8', 'TEXT/Plain; CharSet=utf-8'],
    ['text/plain;charset=utf-8', 'text/plain; charset="UTF-8"'],
    ['a/b;c=d;e=f', 'a/b; e=f; c=d'],
    ['not one', 'not one'],
  ])('%j and %j', (one, other) => {
    expect(sameMediaType(one, other)).toBe(true);
    expect(sameMediaType(other, one)).toBe(true);
  });

  it.each([
    ['text/plain', 'text/plain;charset=utf-8'],
    ['text/plain', 'text/html'],
    ['a/b;c=d', 'a/b;c=D'],
    ['a/b;c=d;c=d', 'a/b;c=d'],
    ['not one', 'NOT ONE'],
    ['a/b;c="d,e"', 'a/b;c="d";e=""'],
  ])('but not %j and %j', (one, other) => {
    expect(sameMediaType(one, other)).toBe(false);
  });
});
