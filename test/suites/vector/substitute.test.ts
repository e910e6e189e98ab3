import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { substitute } from '../../../suites/vector/substitute.js';

describe('substitute', () => {
  test('puts the token into every string, however deep, and as often as it is asked for', () => {
    const value = { a: '{token}-{token}', b: ['x', { c: '/{token}' }, ['{token}']], d: 1, e: null, f: true };
    expect(substitute(value, 't1')).toEqual({ a: 't1-t1', b: ['x', { c: '/t1' }, ['t1']], d: 1, e: null, f: true });
  });

  test('leaves keys alone', () => {
    expect(substitute({ '{token}': 'x' }, 't1')).toEqual({ '{token}': 'x' });
  });

  test('takes the token as text, not as a pattern', () => {
    expect(substitute('{token}', '$&')).toBe('$&');
  });

  test('does not alter what it was given', () => {
    const value = { a: ['{token}'], b: { c: '{token}' } };
    const before = JSON.stringify(value);
    substitute(value, 't1');
    expect(JSON.stringify(value)).toBe(before);
  });

  test('does not copy parts without a token', () => {
    const value = { plain: { deep: ['x'] }, marked: '{token}' };
    expect(substitute(value, 't1').plain).toBe(value.plain);
    expect(substitute(value.plain, 't1')).toBe(value.plain);
  });

  test('equals replacing in the JSON text, for any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const value = { json, marked: ['a {token} b'] };
        const text = JSON.stringify(value).replaceAll('{token}', 't0');
        expect(JSON.stringify(substitute(value, 't0'))).toBe(text);
      }),
    );
  });

  test('replaces the token everywhere but in names', () => {
    expect(substitute({ '{token}': ['a{token}{token}', { b: '{token}' }, 1, null, true] }, 'T')).toEqual({
      '{token}': ['aTT', { b: 'T' }, 1, null, true],
    });
  });

  test('leaves everything without a token as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(!JSON.stringify(value).includes('{token}'));
        expect(substitute(value, 'T')).toEqual(value);
      }),
    );
  });

  test('leaves what it was given alone, and gives a member of any name', () => {
    const given = JSON.parse('{"__proto__":"{token}","a":["{token}"]}');
    expect(JSON.stringify(substitute(given, 'T'))).toBe('{"__proto__":"T","a":["T"]}');
    expect(JSON.stringify(given)).toContain('{token}');
  });

  test('leaves bytes alone', () => {
    const bytes = Buffer.from('{token}');
    expect(substitute({ bytes }, 'T').bytes).toBe(bytes);
  });
});
