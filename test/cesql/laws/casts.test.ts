// Casts there and back (section 3.7). They cannot fail, so the mode does not matter.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { CesqlValue } from '../../../src/cesql/types.js';
import { anyInteger, anyText } from '../../../src/generate/expression/literal.js';
import { binary, call, isIn, literal } from '../../../src/generate/expression/nodes.js';
import { integer } from '../../../src/generate/integer.js';
import { evaluated, holdsFor, MODES } from './helpers/posed.js';

const event = { attributes: new Map([['id', '1']]) };
const cast = (value: CesqlValue, ...names: readonly string[]) =>
  evaluated(
    names.reduce((inner, name) => call(name, inner), literal(value) as Parameters<typeof call>[1]),
    event,
    'complete',
  );

describe('there and back', () => {
  it('an Integer is the same through a String', () => {
    fc.assert(
      fc.property(fc.oneof(integer, anyInteger), (value) => {
        expect(cast(value, 'STRING', 'INT')).toEqual({ value, errors: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it.each([true, false])('%s is the same through a String, through an Integer, and through both', (value) => {
    expect(cast(value, 'STRING', 'BOOL')).toEqual({ value, errors: [] });
    expect(cast(value, 'INT', 'BOOL')).toEqual({ value, errors: [] });
    expect(cast(value, 'INT', 'STRING', 'INT', 'BOOL')).toEqual({ value, errors: [] });
  });

  it('an Integer through a Boolean is 1, or 0 where it was 0', () => {
    fc.assert(
      fc.property(anyInteger, (value) => {
        expect(cast(value, 'BOOL', 'INT')).toEqual({ value: value === 0 ? 0 : 1, errors: [] });
      }),
    );
  });

  it('a String is the same through an Integer where it is written as Integers are, and else no Integer or another String', () => {
    let same = 0;
    fc.assert(
      fc.property(anyText, (value) => {
        const { value: back, errors } = cast(value, 'INT', 'STRING');
        const isPlain = /^(?:0|-?[1-9]\d{0,9})$/.test(value) && Number(value) === (Number(value) | 0);
        if (isPlain) same++;
        expect(back === value && errors.length === 0).toBe(isPlain);
        if (errors.length > 0) expect({ back, errors }).toEqual({ back: '0', errors: ['cast'] });
      }),
      { numRuns: 1500, seed: 2 },
    );
    expect(same).toBeGreaterThan(50);
  });

  it('a String is the same through a Boolean where it is a word in lower case', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const { value: back, errors } = cast(value, 'BOOL', 'STRING');
        expect(back === value && errors.length === 0).toBe(value === 'true' || value === 'false');
      }),
      { numRuns: 1000 },
    );
  });
});

describe.each(MODES)('an implicit cast, in the mode %s', (mode) => {
  test('is the explicit one: STRING(x) under LIKE and in CONCAT, INT(x) under +, BOOL(x) under XOR', () => {
    holdsFor(({ expression: x, event: about }) => {
      // A failed call gives its zero value, and a failed operand that of the operator: both 0, false or ''.
      const same = (one: Parameters<typeof evaluated>[0], other: Parameters<typeof evaluated>[0]) => {
        const [implicit, explicit] = [evaluated(one, about, mode), evaluated(other, about, mode)];
        expect(implicit.errors).toEqual(explicit.errors);
        if (implicit.errors.length === 0) expect(implicit.value).toBe(explicit.value);
      };
      same(call('CONCAT', x, literal('b')), call('CONCAT', call('STRING', x), literal('b')));
      same(binary('+', x, literal(0)), binary('+', call('INT', x), literal(0)));
      same(binary('XOR', x, literal(true)), binary('XOR', call('BOOL', x), literal(true)));
      same(isIn(literal('a'), [x], false), isIn(literal('a'), [call('STRING', x)], false));
    });
  });
});
