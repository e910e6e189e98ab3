import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/event/parse-json.js';
import { encodeUtf8 } from '../../src/event/utf8.js';

describe('JSON is read', () => {
  it('from text and from bytes', () => {
    expect(parseJson('{"a":[1,null]}')).toEqual({ kind: 'json', value: { a: [1, null] } });
    expect(parseJson(encodeUtf8('"é"'))).toEqual({ kind: 'json', value: 'é' });
  });

  it('behind one byte order mark, and not behind two', () => {
    expect(parseJson(Uint8Array.of(0xef, 0xbb, 0xbf, 0x31))).toEqual({ kind: 'json', value: 1 });
    expect(parseJson('\ufeff\ufeff1').kind).toBe('malformed');
  });

  it('whatever its members are called', () => {
    const parsed = parseJson('{"__proto__":{"x":1},"constructor":2}');
    expect(parsed.kind === 'json' && Object.keys(parsed.value ?? {})).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('however deep it is', () => {
    const depth = 1_000_000;
    expect(parseJson('['.repeat(depth) + ']'.repeat(depth)).kind).toBe('json');
    expect(parseJson('{"a":'.repeat(depth)).kind).toBe('malformed');
  });
});

it.each([
  '',
  ' ',
  '{',
  '{"a":1,}',
  '[1,]',
  'NaN',
  "'x'",
  '01',
  '1.',
  '"\n"',
  '"\\x"',
  'nul',
  '{a:1}',
  '1 2',
  '// c\n1',
])('%j is malformed', (text) => {
  expect(parseJson(text)).toEqual({ kind: 'malformed', reason: 'the text is not JSON' });
});

it('bytes that are not UTF-8 are malformed', () => {
  expect(parseJson(Uint8Array.of(0x22, 0xff, 0x22))).toEqual({ kind: 'malformed', reason: 'the bytes are not UTF-8' });
});

it('any bytes give a result', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => ['json', 'malformed'].includes(parseJson(bytes).kind)));
});
