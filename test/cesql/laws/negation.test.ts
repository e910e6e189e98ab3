// Operators that the specification defines as the negation of others (sections 3.4.2, 3.4.3 and 3.4.5). A missing
// attribute as an operand makes either false, and NOT of it true where evaluation goes on behind an error: position A66.
import { describe, expect, it, test } from 'vitest';
import type { Expression } from '../../../src/cesql/types.js';
import type { CloudEvent } from '../../../src/event/types.js';
import { attribute, binary, isIn, like, literal, unary } from '../../../src/generate/expression/nodes.js';
import { countOf, evaluated, holdsFor, isMissing, MODES } from './helpers/posed.js';

/** The negated form, and NOT of the plain one. Each takes what the generator drew as its operands. */
const FORMS: readonly (readonly [
  name: string,
  negated: (x: Expression, y: Expression) => readonly [Expression, Expression],
])[] = [
  ['x != y', (x, y) => [binary('!=', x, y), unary('NOT', binary('=', x, y))]],
  ['x <> y', (x, y) => [binary('<>', x, y), unary('NOT', binary('=', x, y))]],
  ['x NOT LIKE', (x) => [like(x, '%a_', true), unary('NOT', like(x, '%a_', false))]],
  ['x NOT IN (y)', (x, y) => [isIn(x, [y], true), unary('NOT', isIn(x, [y], false))]],
  [
    'x NOT IN (1, y, x)',
    (x, y) => [isIn(x, [literal(1), y, x], true), unary('NOT', isIn(x, [literal(1), y, x], false))],
  ],
];

const hasMissing = (event: CloudEvent, ...operands: readonly Expression[]): boolean =>
  operands.some((one) => isMissing(one, event));

describe.each(FORMS)('%s is the negation', (name, form) => {
  test.each(['fail-fast', 'operator'] as const)('in the mode %s always, with the same errors', (mode) => {
    holdsFor(({ expression: x, event }, y) => {
      const [negated, plain] = form(x, y);
      expect(evaluated(negated, event, mode)).toEqual(evaluated(plain, event, mode));
    });
  });

  test('in complete mode, unless an operand is a missing attribute', () => {
    const operands = (x: Expression, y: Expression) => (name.includes('LIKE') ? [x] : [x, y]);
    holdsFor(({ expression: x, event }, y) => {
      if (hasMissing(event, ...operands(x, y))) return;
      const [negated, plain] = form(x, y);
      expect(evaluated(negated, event, 'complete')).toEqual(evaluated(plain, event, 'complete'));
    });
    expect(countOf(({ expression, event }, y) => !hasMissing(event, ...operands(expression, y)))).toBeGreaterThan(350);
  });

  it('is not, where one is: both are false then, and the same error is reported', () => {
    const event = { attributes: new Map([['id', '1']]) };
    const [negated, plain] = form(attribute('missing'), literal(1));
    const [one, other] = [evaluated(negated, event, 'complete'), evaluated(plain, event, 'complete')];
    expect([one.value, other.value]).toEqual([false, true]);
    expect(new Set([...one.errors, ...other.errors])).toEqual(new Set(['missingAttribute']));
  });
});

test.each(MODES)('<> is != in the mode %s, whatever happens', (mode) => {
  holdsFor(({ expression: x, event }, y) => {
    expect(evaluated(binary('<>', x, y), event, mode)).toEqual(evaluated(binary('!=', x, y), event, mode));
  });
});

test.each(MODES)('in the mode %s, x IN (y) is what y = x finds, where neither is missing or fails', (mode) => {
  let count = 0;
  holdsFor(({ expression: x, event }, y) => {
    // IN casts to the type of its left operand, and = to that of its right one (section 3.7).
    const found = evaluated(binary('=', y, x), event, mode);
    if (found.errors.length > 0) return;
    count++;
    expect(evaluated(isIn(x, [y], false), event, mode)).toEqual(found);
  });
  expect(count).toBeGreaterThan(120);
});
