// Whatever comes in, a value and errors come out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/cesql/compile.js';
import { evaluate } from '../../src/cesql/evaluate.js';
import type { ErrorMode, Evaluation } from '../../src/cesql/types.js';
import { isInteger } from '../../src/event/integer.js';
import { anyText } from './helpers/text.js';
import { treeOf } from './helpers/tree.js';
import { anyTree } from './helpers/trees.js';

const KINDS = ['parse', 'math', 'cast', 'missingAttribute', 'missingFunction', 'functionEvaluation', 'generic'];

function expectSound({ value, errors }: Evaluation): void {
  if (typeof value === 'number') expect(isInteger(value) && !Object.is(value, -0)).toBe(true);
  else expect(['boolean', 'string']).toContain(typeof value);
  for (const { kind, message } of errors) {
    expect(KINDS).toContain(kind);
    expect(message).not.toBe('');
  }
}

const modes = fc.constantFrom<ErrorMode>('complete', 'fail-fast', 'operator');

const events = fc.dictionary(
  fc.constantFrom('id', 'myint', 'mybool', 'mytext', 'number', 'empty', 'attributes'),
  fc.oneof(fc.boolean(), fc.integer(), fc.string(), fc.constant(null), fc.double(), fc.constant('12')),
);

describe('an evaluation', () => {
  it('of any tree over any event is sound, and the same again', () => {
    fc.assert(
      fc.property(anyTree, events, modes, (tree, event, mode) => {
        const run = compile(tree, { mode });
        const first = run(event);
        expectSound(first);
        expect(run(event)).toEqual(first);
      }),
      { numRuns: 500 },
    );
  });

  it('of any text is sound', () => {
    const words = [
      'NOT',
      '-',
      'and',
      'OR',
      'IN',
      'LIKE',
      'EXISTS',
      '(',
      ')',
      ',',
      "'a'",
      '"',
      '1',
      '+',
      '=',
      'id',
      'ABS',
      '%',
      ' ',
      '🙂',
      '\\',
      '\u0000',
    ];
    const texts = fc.oneof(
      anyText,
      fc.array(fc.constantFrom(...words)).map((some) => some.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => expectSound(evaluate(text, { id: '1' }))),
      { numRuns: 500 },
    );
  });

  it('has no errors in any mode, or in all of them', () => {
    fc.assert(
      fc.property(anyTree, events, (tree, event) => {
        const [complete, failFast, operator] = (['complete', 'fail-fast', 'operator'] as const).map((mode) =>
          compile(tree, { mode })(event),
        );
        expect(operator?.errors.length === 0).toBe(failFast?.errors.length === 0);
        expect(operator?.errors.length === 0).toBe(complete?.errors.length === 0);
        if (operator?.errors.length === 0) expect([complete, failFast]).toEqual([operator, operator]);
        else expect(failFast?.errors).toEqual(operator?.errors.slice(0, 1));
      }),
      { numRuns: 300 },
    );
  });

  it('without errors shares one list of none, which nobody can add to', () => {
    const { errors } = evaluate('1', {});
    expect(Object.isFrozen(errors)).toBe(true);
    expect(evaluate('2', {}).errors).toBe(errors);
  });

  it('does not reach another one', () => {
    const run = compile(treeOf('missing + absent'));
    expect(run({}).errors).toHaveLength(2);
    expect(run({ missing: 1, absent: 2 })).toEqual({ value: 3, errors: [] });
    expect(run({ missing: 1 }).errors).toHaveLength(1);
  });

  it('can be within another one', () => {
    const inner = compile(treeOf(`x${' + 1'.repeat(100)}`));
    const call = () => inner({ x: 0 }).value;
    const functions = new Map([['F', [{ name: 'F', parameters: [], result: 'integer' as const, call }]]]);
    expect(compile(treeOf(`${'1 + '.repeat(100)}F()${' + 1'.repeat(100)}`), { functions })({})).toEqual({
      value: 300,
      errors: [],
    });
  });

  it('ends where the caller left little stack', () => {
    const run = compile(treeOf(`${'NOT '.repeat(300)}x`));
    const failed: Evaluation[] = [];
    const descend = (): void => {
      const evaluation = run({ x: true });
      if (evaluation.errors.length > 0) failed.push(evaluation);
      descend();
    };
    expect(descend).toThrow(RangeError);
    expect(failed.length).toBeGreaterThan(0);
    for (const { value, errors } of failed) {
      expect(value).toBe(false);
      expect(errors.map(({ kind }) => kind)).toEqual(['generic']);
    }
  });
});
