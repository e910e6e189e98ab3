// Chains of operators that are longer than any stack, and cut ones that say the same as whole ones.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/cesql/compile.js';
import type { ErrorMode, Expression } from '../../../src/cesql/types.js';
import { answer } from '../helpers/answer.js';
import { treeOf } from '../helpers/tree.js';
import { anyTree } from '../helpers/trees.js';

const MODES: readonly ErrorMode[] = ['complete', 'fail-fast', 'operator'];
/** Twice what a stack holds of the smallest frames. */
const LONG = 20_000;

const joined = (operator: string, ...terms: readonly string[]): string => terms.join(` ${operator} `);
const many = (term: string): readonly string[] => Array<string>(LONG).fill(term);

describe('twenty thousand terms', () => {
  it.each([
    ['AND', joined('AND', ...many('TRUE')), true],
    ['AND with attributes', joined('AND', ...many('mybool')), true],
    ['AND with comparisons', joined('AND', ...many('myint = 42')), true],
    ['OR', joined('OR', ...many('FALSE'), 'TRUE'), true],
    ['XOR', joined('XOR', ...many('TRUE')), false],
    ['+', joined('+', ...many('1')), LONG],
    ['-', joined('-', '0', ...many('1')), -LONG],
    ['=', joined('=', ...many('TRUE')), true],
    ['LIKE', `'x'${many(" LIKE 'false'").join('')}`, true],
    ['IN', `TRUE${many(' IN (TRUE)').join('')}`, true],
  ])('with %s', (_, text, value) => {
    expect(answer(text)).toEqual([value]);
  });

  it('keep short-circuit', () => {
    expect(answer(joined('AND', ...many('TRUE'), 'FALSE', ...many('missing')))).toEqual([false]);
    expect(answer(joined('OR', ...many('FALSE'), 'TRUE', ...many('missing')))).toEqual([true]);
  });

  it.each(MODES)('keep what failed at their beginning, in the mode %s', (mode) => {
    const text = joined('OR', 'missing = 1', ...many('FALSE'), 'TRUE');
    expect(answer(text, { mode })).toEqual([mode === 'complete', 'missingAttribute']);
    const sum = joined('+', '1 / 0', ...many('1'));
    expect(answer(sum, { mode })).toEqual([mode === 'complete' ? LONG : 0, 'math']);
  });

  it('may all fail', () => {
    const [value, ...errors] = answer(joined('+', ...many("'x'")));
    expect([value, errors.length]).toEqual([0, LONG]);
  });
});

describe('a chain that is cut', () => {
  /** The same tree in a deep one, where chains are cut at every operator: as the argument of many calls. */
  const deep = (tree: Expression): Expression => {
    let around = tree;
    for (let depth = 0; depth < 20; depth++)
      around = { kind: 'call', name: 'KEEP', arguments: [around], span: tree.span };
    return around;
  };
  const functions = new Map([
    ['KEEP', [{ name: 'KEEP', parameters: ['any'], result: 'boolean', call: ([x]: readonly unknown[]) => x }]],
  ]) as never;
  const event = { id: 'x', myint: 42, mybool: true, mytext: 'text', number: '5', empty: '', '1a': 'one' };

  it.each(MODES)('gives the same errors and value as a whole one, in the mode %s', (mode) => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const predicate: Expression = {
          kind: 'binary',
          operator: 'AND',
          left: literal(true),
          right: tree,
          span: tree.span,
        };
        const whole = compile(predicate, { mode })(event);
        const cut = compile(deep(predicate), { mode, functions })(event);
        expect(cut.errors.map(({ kind }) => kind)).toEqual(whole.errors.map(({ kind }) => kind));
        if (mode === 'complete' || whole.errors.length === 0) expect(cut.value).toBe(whole.value);
      }),
    );
  });
});

const literal = (value: boolean): Expression => ({ kind: 'literal', value, span: { start: 0, end: 0 } });

describe('the order of operands in a chain', () => {
  it.each([10, 40, 200])('is from the left, in one of %d', (length) => {
    const terms = Array.from({ length }, (_, index) => `a${index}`);
    const evaluate = compile(treeOf(joined('+', ...terms)));
    const messages = evaluate({}).errors.map(({ message }) => message);
    expect(messages).toEqual(terms.map((name) => `the event has no ${name}`));
  });

  it('holds with chains in chains', () => {
    const inner = `(${joined('+', ...Array<string>(100).fill('1'))})`;
    expect(answer(joined('-', '10000', ...Array<string>(100).fill(inner)))).toEqual([0]);
    expect(answer(joined('+', ...Array<string>(100).fill(`ABS${inner}`)))).toEqual([10_000]);
  });
});
