import { assert, nat, property, string, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toByteString } from '../../../src/event/byte-string.js';
import { showBytes } from '../../../src/report/text/bytes.js';

const bytes = (...values: readonly number[]) => toByteString(Uint8Array.from(values));

describe('text', () => {
  test('stands as it is', () => {
    expect(showBytes({ text: '{"a":"ß"}' }, 80)).toBe('{"a":"ß"}');
  });

  test('has short escapes for line ends and tabs, and visible ones for what could do harm', () => {
    expect(showBytes({ text: 'line one\r\n\tline two' }, 80)).toBe('line one\\r\\n\\tline two');
    expect(showBytes({ text: 'a long enough text \u001b[2J\u202e' }, 80)).toBe(
      'a long enough text \\u{1b}[2J\\u{202e}',
    );
  });

  test('is cut at the end', () => {
    expect(showBytes({ text: 'abcdefghij' }, 5)).toBe('abcd…');
  });

  test('is cut at the beginning where the point of interest lies beyond the end', () => {
    const text = `{"filler":"${'x'.repeat(100)}","subject":"here","more":"${'y'.repeat(100)}"}`;
    const shown = showBytes({ text }, 50, '"subject"');
    expect(shown).toBe('…xxxxxxxxxx","subject":"here","more":"yyyyyyyyyyy…');
    expect(showBytes({ text }, 50, '"filler"').startsWith('{"filler"')).toBe(true);
    expect(showBytes({ text }, 50, '"absent"').startsWith('{"filler"')).toBe(true);
  });

  test('of no bytes is called so', () => {
    expect(showBytes({ text: '' }, 80)).toBe('nothing');
    expect(showBytes({ base64: '' }, 80)).toBe('nothing');
  });
});

describe('bytes that are no text', () => {
  test('stand as hexadecimal digits beside what can be read of them', () => {
    expect(showBytes(bytes(0xff, 0xfe, 0x41, 0x42), 80)).toBe('ff fe 41 42 |..AB| 4 bytes');
    expect(showBytes(bytes(0xff), 80)).toBe('ff |.| 1 byte');
  });

  test('are hexadecimal too where they are UTF-8, but mostly controls', () => {
    expect(showBytes(bytes(0, 1, 2, 0x41), 80)).toBe('00 01 02 41 |...A| 4 bytes');
  });

  test('are cut, and tell how many there were', () => {
    expect(showBytes(bytes(...Array.from({ length: 100 }, () => 0xfe)), 40)).toBe('fe fe fe fe fe… |.....…| 100 bytes');
  });
});

test('is one line of at most the width, without anything that could do harm, for every bytes and width', () => {
  assert(
    property(uint8Array(), nat({ max: 100 }), string({ unit: 'binary', maxLength: 4 }), (value, max, focus) => {
      const shown = showBytes(toByteString(value), max, focus);
      expect(shown).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u);
      if (value.length > 0) expect([...shown].length).toBeLessThanOrEqual(Math.max(1, max));
    }),
    { numRuns: 1000 },
  );
});
