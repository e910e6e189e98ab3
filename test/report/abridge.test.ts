import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { abridge } from '../../src/report/abridge.js';

describe('abridge', () => {
  test('leaves what is short alone', () => {
    const value = { a: ['x'.repeat(400), 1, null, true], b: { c: '' } };
    expect(abridge(value)).toEqual(value);
  });

  test('cuts long strings wherever they stand, and says how long they were', () => {
    const long = 'x'.repeat(64_000);
    const cut = `${'x'.repeat(200)}… (64000 characters)`;
    expect(abridge([{ data: { text: long } }, long])).toEqual([{ data: { text: cut } }, cut]);
  });

  test('cuts what is nested too deeply to be written', () => {
    const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`);
    expect(JSON.stringify(abridge(deep))).toBe(`${'['.repeat(64)}"… (nested deeper)"${']'.repeat(64)}`);
  });

  test('names numbers that JSON cannot write', () => {
    expect(abridge(JSON.parse('[1e400, -1e400, 1.5]'))).toEqual(['Infinity', '-Infinity', 1.5]);
  });

  test('does not leave half a surrogate pair', () => {
    const text = `${'x'.repeat(199)}😀${'y'.repeat(300)}`;
    expect(abridge(text)).toBe(`${'x'.repeat(199)}… (501 characters)`);
  });

  test('never gives a string much longer than the limit, and keeps the shape', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 0, maxLength: 2_000 })), (texts) => {
        const abridged = abridge(texts) as readonly string[];
        expect(abridged).toHaveLength(texts.length);
        for (const [index, text] of abridged.entries()) {
          expect(text.length).toBeLessThanOrEqual(400);
          expect(text === texts[index] || text.endsWith(`… (${texts[index]?.length} characters)`)).toBe(true);
        }
      }),
    );
  });
});
