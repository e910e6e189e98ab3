// Section 3.4, arithmetic.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, divide, multiply, negate, remainder, subtract } from '../../src/cesql/arithmetic.js';
import { isInteger } from '../../src/event/integer.js';
import { answer, type Row } from './helpers/answer.js';

describe('arithmetic', () => {
  it.each<Row>([
    ['4 + 1', 5],
    ['-4 + -1', -5],
    ['4 - 6', -2],
    ['-4 * 3', -12],
    ['0 * -3', 0],
    ['5 / 3', 1],
    ['-5 / 3', -1],
    ['5 / -3', -1],
    ['-5 / -3', 1],
    ['1 / 2', 0],
    ['-1 / 2', 0],
    ['5 % 2', 1],
    ['-5 % 3', -2],
    ['5 % -3', 2],
    ['-5 % -3', -2],
    ['-4 % 2', 0],
    ['-2147483648 % -1', 0],
    ['2147483647 - 2147483647', 0],
    ['-(-5)', 5],
    ['-(0)', 0],
    ['46340 * 46340', 2147395600],
    ['-2147483648 + 1', -2147483647],
    ['myint / 5', 8],
    ['mynegative % 4', -3],
  ])('%s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });

  it.each<Row>([
    ['5 / 0', 0, 'math'],
    ['0 / 0', 0, 'math'],
    ['5 % 0', 0, 'math'],
    ['0 % 0', 0, 'math'],
    ["5 / '0'", 0, 'math'],
    ['5 / FALSE', 0, 'math'],
  ])('has no division by zero: %s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });

  // Position A65.
  it.each<Row>([
    ['2147483647 + 1', 2147483647, 'math'],
    ['-2147483648 - 1', -2147483648, 'math'],
    ['-2147483648 + -1', -2147483648, 'math'],
    ['65536 * 65536', 2147483647, 'math'],
    ['-65536 * 65536', -2147483648, 'math'],
    ['-2147483648 / -1', 2147483647, 'math'],
    ['-(-2147483648)', 2147483647, 'math'],
    ['--2147483648', 2147483647, 'math'],
  ])('ends at the bounds, with an error: %s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });

  it('is exact, and always gives an Integer', () => {
    const integer = fc.oneof(fc.integer(), fc.integer({ min: -70_000, max: 70_000 }), fc.constantFrom(0, 1, -1));
    const exact = { add: (x: bigint, y: bigint) => x + y, subtract: (x: bigint, y: bigint) => x - y } as const;
    const more = {
      multiply: (x: bigint, y: bigint) => x * y,
      divide: (x: bigint, y: bigint) => (y === 0n ? 0n : x / y),
    };
    const rest = { remainder: (x: bigint, y: bigint) => (y === 0n ? 0n : x % y) };
    const ours = { add, subtract, multiply, divide, remainder };
    const laws = Object.entries({ ...exact, ...more, ...rest });
    fc.assert(
      fc.property(integer, integer, (x, y) => {
        for (const [name, law] of laws) {
          const outcome = ours[name as keyof typeof ours](x, y);
          const value = typeof outcome === 'object' ? outcome.value : outcome;
          const wanted = Number(law(BigInt(x), BigInt(y)));
          expect(isInteger(value)).toBe(true);
          expect(Object.is(value, -0)).toBe(false);
          if (isInteger(wanted)) expect(value).toBe(wanted);
          else expect(outcome).toMatchObject({ errors: [{ kind: 'math' }] });
        }
      }),
    );
  });

  it('has no minus zero', () => {
    expect(Object.is(negate(0), 0)).toBe(true);
    expect(Object.is(multiply(0, -1), 0)).toBe(true);
    expect(Object.is(remainder(-4, 2), 0)).toBe(true);
    expect(Object.is(divide(-1, 2), 0)).toBe(true);
  });
});
