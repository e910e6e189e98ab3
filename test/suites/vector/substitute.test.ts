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
});
