import { describe, expect, it } from 'vitest';
import { depthOf } from '../../../src/cesql/compile/depth-of.js';
import { compile } from '../../../src/cesql/compile.js';
import type { Expression } from '../../../src/cesql/types.js';
import { treeOf } from '../helpers/tree.js';

describe('the depth', () => {
  it.each([
    ['1', 0],
    ['(((1)))', 0],
    ['a AND b', 1],
    ['a AND b AND c AND d', 1],
    ['a AND (b AND c)', 2],
    ['a AND b = c', 2],
    ['NOT NOT a', 2],
    ["a LIKE 'x' LIKE 'y'", 0],
    ['a IN (1) IN (2)', 1],
    ['a IN (1, 2 IN (3))', 2],
    ['ABS(ABS(1))', 2],
    ['CONCAT(a, b, NOT c)', 2],
    ['EXISTS a', 0],
  ])('of %s is %d', (text, depth) => {
    expect(depthOf(treeOf(text), 100)).toBe(depth);
  });

  it('is not measured beyond what was asked for', () => {
    expect(depthOf(treeOf(`${'NOT '.repeat(400)}a`), 10)).toBe(11);
    expect(depthOf(treeOf(`ABS(1 + 2) + ${'NOT '.repeat(400)}a`), 10)).toBe(11);
  });
});

describe('a tree that no text gave', () => {
  const span = { start: 0, end: 0 };
  const nots = (depth: number): Expression => {
    let tree: Expression = { kind: 'literal', value: true, span };
    for (let level = 0; level < depth; level++) tree = { kind: 'unary', operator: 'NOT', operand: tree, span };
    return tree;
  };

  it('is evaluated up to the limit', () => {
    expect(compile(nots(500))({})).toEqual({ value: true, errors: [] });
  });

  it('is an error beyond it', () => {
    const errors = [{ kind: 'generic', message: 'nested deeper than 500 levels' }];
    expect(compile(nots(501))({})).toEqual({ value: false, errors });
    expect(compile(nots(100_000))({})).toEqual({ value: false, errors });
  });

  it('is an error where the limit is more than the stack', () => {
    const { value, errors } = compile(nots(100_000), { limits: { depth: 1_000_000 } })({});
    expect(value).toBe(false);
    expect(errors).toMatchObject([{ kind: 'generic' }]);
  });
});
