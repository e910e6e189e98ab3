// Boolean laws. Where nothing fails they hold in every mode. Where something fails, the mode decides:
//
// - fail-fast: all that comes out is the first error and the zero value of the type, so both sides of a law agree as soon as
//   they evaluate the same parts in the same order.
// - operator: an operator with a failed operand gives false, and NOT of it false too, so values agree. But a failed left
//   operand is false, which ends an AND and not an OR: what stands right of it is evaluated on one side alone.
// - complete: evaluation goes on with the operand's own value, so both sides agree as the truth tables do, but for one thing:
//   the operator around a missing attribute is false (section 3.2), be it NOT, AND or OR (position A66).
import { describe, expect, it, test } from 'vitest';
import type { ErrorMode, Expression } from '../../../src/cesql/types.js';
import { binary, call, literal, unary } from '../../../src/generate/expression/nodes.js';
import { countOf, evaluated, holdsFor, isMissing, MODES } from './helpers/posed.js';

const not = (one: Expression): Expression => unary('NOT', one);
const and = (left: Expression, right: Expression): Expression => binary('AND', left, right);
const or = (left: Expression, right: Expression): Expression => binary('OR', left, right);

describe.each(MODES)('in the mode %s', (mode) => {
  test('NOT NOT x is BOOL(x), with the same errors, unless x is a missing attribute in complete mode', () => {
    holdsFor(({ expression: x, event }) => {
      if (mode === 'complete' && isMissing(x, event)) return;
      expect(evaluated(not(not(x)), event, mode)).toEqual(evaluated(call('BOOL', x), event, mode));
    });
  });

  test('x AND TRUE, x OR FALSE and x XOR FALSE are BOOL(x), with the same errors', () => {
    holdsFor(({ expression: x, event }) => {
      const came = evaluated(call('BOOL', x), event, mode);
      expect(evaluated(and(x, literal(true)), event, mode)).toEqual(came);
      expect(evaluated(or(x, literal(false)), event, mode)).toEqual(came);
      expect(evaluated(binary('XOR', x, literal(false)), event, mode)).toEqual(came);
    });
  });

  test('FALSE AND x is FALSE and TRUE OR x is TRUE, without an error, whatever x is', () => {
    holdsFor(({ expression: x, event }) => {
      expect(evaluated(and(literal(false), x), event, mode)).toEqual({ value: false, errors: [] });
      expect(evaluated(or(literal(true), x), event, mode)).toEqual({ value: true, errors: [] });
    });
  });
});

/** Both laws of De Morgan: the two sides of each. */
const deMorgan = (a: Expression, b: Expression) =>
  [
    [not(and(a, b)), or(not(a), not(b))],
    [not(or(a, b)), and(not(a), not(b))],
  ] as const;

describe('De Morgan', () => {
  test('holds with the same errors in fail-fast mode', () => {
    holdsFor(({ expression: a, event }, b) => {
      for (const [one, other] of deMorgan(a, b))
        expect(evaluated(one, event, 'fail-fast')).toEqual(evaluated(other, event, 'fail-fast'));
    });
  });

  test('holds with the same errors in complete mode, but for missing attributes', () => {
    const isFree: Parameters<typeof countOf>[0] = ({ expression, event }, b) =>
      !isMissing(expression, event) && !isMissing(b, event);
    holdsFor((posed, b) => {
      if (!isFree(posed, b)) return;
      for (const [one, other] of deMorgan(posed.expression, b))
        expect(evaluated(one, posed.event, 'complete')).toEqual(evaluated(other, posed.event, 'complete'));
    });
    expect(countOf(isFree)).toBeGreaterThan(400);
  });

  test('holds for values in operator mode, and for errors where the left operand has none', () => {
    holdsFor(({ expression: a, event }, b) => {
      for (const [one, other] of deMorgan(a, b)) {
        const [left, right] = [evaluated(one, event, 'operator'), evaluated(other, event, 'operator')];
        expect(left.value).toBe(right.value);
        if (evaluated(not(a), event, 'operator').errors.length === 0) expect(left.errors).toEqual(right.errors);
      }
    });
  });

  test('holds in operator mode for the errors of the left operand, which are the first on both sides', () => {
    holdsFor(({ expression: a, event }, b) => {
      const { errors } = evaluated(not(a), event, 'operator');
      for (const side of deMorgan(a, b).flat())
        expect(evaluated(side, event, 'operator').errors.slice(0, errors.length)).toEqual(errors);
    });
  });
});

// Each exception above is real: without it the law is false.
describe('the exceptions', () => {
  const event = { attributes: new Map([['id', '1']]) };
  const missing: Expression = { kind: 'attribute', name: 'missing', span: { start: 0, end: 0 } };
  const valueIn = (one: Expression, mode: ErrorMode) => evaluated(one, event, mode).value;

  it('a missing attribute in complete mode is false, and so is NOT of it', () => {
    expect(valueIn(not(missing), 'complete')).toBe(false);
    expect(valueIn(not(not(missing)), 'complete')).toBe(true);
    expect(valueIn(call('BOOL', missing), 'complete')).toBe(false);
    const [[one, other]] = deMorgan(missing, literal(true));
    expect([valueIn(one, 'complete'), valueIn(other, 'complete')]).toEqual([true, false]);
  });

  it('a failed left operand ends AND and not OR in operator mode', () => {
    const [[one, other]] = deMorgan(literal('a'), literal('b'));
    expect(evaluated(one, event, 'operator')).toEqual({ value: false, errors: ['cast'] });
    expect(evaluated(other, event, 'operator')).toEqual({ value: false, errors: ['cast', 'cast'] });
  });
});
