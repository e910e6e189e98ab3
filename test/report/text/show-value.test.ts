import { anything, assert, integer, jsonValue, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../../src/event/types.js';
import { showPair, showValue } from '../../../src/report/text/show-value.js';

describe('showValue', () => {
  test('shows words as they are, and anything else as JSON', () => {
    expect(showValue('accepted', 80)).toBe('accepted');
    expect(showValue({ subject: 'a b', n: 1, none: null }, 80)).toBe('{"subject":"a b","n":1,"none":null}');
    expect(showValue(undefined, 80)).toBe('(not known)');
  });

  test('escapes what JSON leaves alone', () => {
    expect(showValue({ subject: '\u009b\u202e\u007f' }, 80)).toBe('{"subject":"\\u{9b}\\u{202e}\\u{7f}"}');
  });

  test('survives data nested deeper than the stack', () => {
    const deep = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000)) as JsonValue;
    // How deep JSON can be written differs between versions of Node.
    expect(showValue(deep, 80)).toMatch(/^(\(nested too deeply to be shown\)|\[{79}…)$/);
  });
});

describe('showPair', () => {
  test('keeps short values whole', () => {
    expect(showPair({ a: 1 }, { a: 2 }, 40)).toEqual({ expected: '{"a":1}', actual: '{"a":2}' });
  });

  test('brings the first difference of long values into view', () => {
    const start = 'x'.repeat(100);
    expect(showPair(`${start}one`, `${start}two`, 30)).toEqual({
      expected: '…xxxxxxxxxxxxxxxxone',
      actual: '…xxxxxxxxxxxxxxxxtwo',
    });
  });

  test('keeps to the width and shows values that differ differently', () => {
    assert(
      property(jsonValue(), jsonValue(), integer({ min: 24, max: 80 }), (a, b, max) => {
        const pair = showPair(a as JsonValue, b as JsonValue, max);
        expect(Math.max([...pair.expected].length, [...pair.actual].length)).toBeLessThanOrEqual(max);
        if (JSON.stringify(a) !== JSON.stringify(b) && typeof a !== 'string' && typeof b !== 'string')
          expect(pair.expected).not.toBe(pair.actual);
      }),
    );
  });

  test('never shows anything that could do harm', () => {
    assert(
      property(anything({ withDate: false }), (value) => {
        const text = JSON.stringify(value) ?? '';
        const { actual } = showPair('x', text, 30);
        expect(actual).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u);
      }),
    );
  });
});
