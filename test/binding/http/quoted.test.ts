import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unquote } from '../../../src/binding/http/quoted.js';

describe('a quoted value', () => {
  it.each([
    ['"a b"', 'a b'],
    ['"a\\"b\\\\c"', 'a"b\\c'],
    ['""', ''],
    ['"\\a\\b"', 'ab'],
    ['"\\""', '"'],
    ['"\\\\"', '\\'],
    ['"a%20b"', 'a%20b'],
    ['"\u00c3\u00a9"', '\u00c3\u00a9'],
  ])('%s is %s', (raw, content) => {
    expect(unquote(raw)).toBe(content);
  });
});

describe('no quoted value', () => {
  it.each([
    ...[
      '',
      '"',
      'a',
      'a"b c"d',
      '"abc',
      'abc"',
      '"a"b',
      '"a" "b"',
      '"a", "b"',
      '"a\\"',
      '"a\\\\\\"',
      '"\\',
      '""x',
      '"""',
      ' "a"',
    ],
    ...['\\"a\\"', '(note)', 'a\\b', '%22a%22', "'a'"],
  ])('is %s, which stays as it is', (raw) => {
    expect(unquote(raw)).toBe(raw);
  });
});

it('everything that is quoted comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (content) => {
      expect(unquote(`"${content.replace(/["\\]/g, '\\$&')}"`)).toBe(content);
    }),
  );
});

it('nothing gets longer, and only quoted values change', () => {
  const raw = fc.string({ unit: fc.constantFrom('"', '\\', 'a') });
  fc.assert(
    fc.property(raw, (value) => {
      const content = unquote(value);
      expect(content === value || (content.length <= value.length - 2 && /^".*"$/.test(value))).toBe(true);
    }),
  );
});
