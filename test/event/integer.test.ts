import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInteger, isIntegerString, MAX_INTEGER, MIN_INTEGER } from '../../src/event/integer.js';

describe('an Integer', () => {
  it.each([0, 7, -7, 2147483647, -2147483648, -0])('may be %d', (value) => {
    expect(isInteger(value)).toBe(true);
  });

  it.each([2147483648, -2147483649, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('may not be %d', (value) => {
    expect(isInteger(value)).toBe(false);
  });

  it('has the range of 32 bits', () => {
    expect([MIN_INTEGER, MAX_INTEGER]).toEqual([-2147483648, 2147483647]);
  });
});

describe('the canonical string of an Integer', () => {
  it.each(['0', '7', '-7', '10', '2147483647', '-2147483648', '-0'])('may be %j', (text) => {
    expect(isIntegerString(text)).toBe(true);
  });

  it.each([
    ...['', '-', '+7', '07', '-07', '00', '1.0', '1e3', ' 7', '7 ', '7\n', '0x7', '٣', '1_000', '1,000'],
    ...['2147483648', '-2147483649', '99999999999999999999', '--1', '0'.repeat(1_000_000)],
  ])('may not be %j', (text) => {
    expect(isIntegerString(text)).toBe(false);
  });

  it('is what every 32-bit number prints', () => {
    fc.assert(fc.property(fc.integer(), (value) => isIntegerString(String(value)) && isInteger(value)));
  });

  it('is nothing that prints otherwise than the number it means', () => {
    const digits = fc.string({ unit: fc.constantFrom('0', '1', '9', '-', '+', '.', 'e'), maxLength: 12 });
    fc.assert(fc.property(digits, (text) => !isIntegerString(text) || text === '-0' || String(Number(text)) === text));
  });
});
