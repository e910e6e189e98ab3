// Evaluation is pure (section 1): it changes nothing, gives the same again, and any part can be replaced with its value.
import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/cesql/compile.js';
import { hasLiteral } from '../../../src/cesql/quote.js';
import type { ErrorMode, Expression } from '../../../src/cesql/types.js';
import type { CloudEvent } from '../../../src/event/types.js';
import { childrenOf, literal, withChildren } from '../../../src/generate/expression/nodes.js';
import { evaluated, holdsFor, MODES } from './helpers/posed.js';

const DEEP = { depth: 4 } as const;

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) frozen(member);
  }
  return value;
}

/** A map that tells of every attempt to change it. */
function guarded(event: CloudEvent): CloudEvent {
  const attributes = new Map(event.attributes);
  const refuse = (): never => {
    throw new Error('the event was changed');
  };
  return Object.freeze({ attributes: Object.assign(attributes, { set: refuse, delete: refuse, clear: refuse }) });
}

describe.each(MODES)('in the mode %s', (mode) => {
  test('twice the same comes out, of one compiled expression and of two', () => {
    holdsFor(({ expression, event }) => {
      const run = compile(expression, { mode });
      const first = run(event);
      expect(run(event)).toEqual(first);
      expect(compile(expression, { mode })(event)).toEqual(first);
    }, DEEP);
  });

  test('another event in between changes nothing', () => {
    const other: CloudEvent = { attributes: new Map([['id', 'other']]) };
    holdsFor(({ expression, event }) => {
      const run = compile(expression, { mode });
      const first = run(event);
      run(other);
      expect(run(event)).toEqual(first);
    }, DEEP);
  });

  test('the event, in each of its shapes, and the tree stay what they were', () => {
    holdsFor(({ expression, event }) => {
      const flat = Object.fromEntries(event.attributes);
      const shapes = [guarded(event), frozen({ attributes: { ...flat } }), frozen({ ...flat })];
      const [before, tree] = [structuredClone(flat), structuredClone(expression)];
      const came = shapes.map((shape) => compile(frozen(expression), { mode })(shape));
      expect(expression).toEqual(tree);
      expect(shapes.slice(1)).toEqual([{ attributes: before }, before]);
      expect(Object.fromEntries(event.attributes)).toEqual(before);
      for (const one of came) expect(one).toEqual(came[0]);
    }, DEEP);
  });
});

/** The expression with a part that has no error replaced with its value, for each such part that a literal denotes. */
function* replaced(node: Expression, event: CloudEvent, mode: ErrorMode): Generator<Expression> {
  const { value, errors } = evaluated(node, event, mode);
  if (errors.length === 0 && (typeof value !== 'string' || hasLiteral(value))) yield literal(value);
  const children = childrenOf(node);
  for (const [index, child] of children.entries())
    for (const one of replaced(child, event, mode)) yield withChildren(node, children.with(index, one));
}

test.each(MODES)('in the mode %s, a part that has no error can be replaced with its value', (mode) => {
  let count = 0;
  holdsFor(({ expression, event }) => {
    const came = evaluated(expression, event, mode);
    for (const one of replaced(expression, event, mode)) {
      count++;
      expect(evaluated(one, event, mode)).toEqual(came);
    }
  });
  expect(count).toBeGreaterThan(800);
});
