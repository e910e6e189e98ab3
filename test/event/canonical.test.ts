import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/event/canonical.js';
import { isIntegerString } from '../../src/event/integer.js';

describe('the canonical string', () => {
  it.each([
    [5, '5'],
    [-7, '-7'],
    [-0, '0'],
    [2147483647, '2147483647'],
    [-2147483648, '-2147483648'],
    [1e21, '1000000000000000000000'],
    [1.5, '1.5'],
    [Number.NaN, 'NaN'],
    [Number.NEGATIVE_INFINITY, '-Infinity'],
    [true, 'true'],
    [false, 'false'],
    ['', ''],
    ['05', '05'],
    ['True', 'True'],
  ])('of %j is %j', (value, text) => {
    expect(canonical(value)).toBe(text);
  });

  it('of an Integer has the form of one', () => {
    fc.assert(fc.property(fc.integer(), (value) => isIntegerString(canonical(value))));
  });

  it('of a whole number has digits only', () => {
    fc.assert(
      fc.property(fc.double().map(Math.round), (value) => {
        fc.pre(Number.isFinite(value));
        expect(canonical(value)).toMatch(/^-?[0-9]+$/);
      }),
    );
  });

  it('of a string is itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => canonical(text) === text));
  });
});
