import { describe, expect, it } from 'vitest';
import { parse } from '../../../../src/cesql/parse.js';
import { print } from '../../../../src/cesql/print.js';
import type { Expression } from '../../../../src/cesql/types.js';
import { changeTree } from '../../../../src/reference/faults/cesql/change-tree.js';

function treeOf(text: string): Expression {
  const parsed = parse(text);
  if (parsed.kind === 'problem') throw new Error(parsed.error.message);
  return parsed.expression;
}

/** Counts up every Integer literal. */
const counted = (node: Expression): Expression =>
  node.kind === 'literal' && typeof node.value === 'number' ? { ...node, value: node.value + 1 } : node;

describe('changing a tree', () => {
  it.each([
    ['1', '2'],
    ['1 + 2 * 3 - 4', '2 + 3 * 4 - 5'],
    ['NOT (1 = 2)', 'NOT (2 = 3)'],
    ["1 LIKE 'a' = (2 IN (3, NOT 4))", "2 LIKE 'a' = (3 IN (4, NOT 5))"],
    ['ABS(1, LENGTH(2 + 3))', 'ABS(2, LENGTH(3 + 4))'],
    ['EXISTS id OR id = 1', 'EXISTS id OR id = 2'],
  ])('reaches every node of %s', (from, to) => {
    expect(print(changeTree(treeOf(from), counted))).toBe(print(treeOf(to)));
  });

  it('hands over what holds other nodes with these changed', () => {
    const seen: string[] = [];
    changeTree(treeOf('1 + 2 = 4'), (node) => {
      seen.push(print(node));
      return counted(node);
    });
    expect(seen).toEqual(['1', '2', '2 + 3', '4', '2 + 3 = 5']);
  });

  it('gives back what is not changed', () => {
    const texts = ['1 + 2', "NOT id LIKE 'a%'", 'f(1, 2) IN (3)', '-(-(1)) * 2 % 3'];
    for (const text of texts) expect(changeTree(treeOf(text), (node) => node)).toEqual(treeOf(text));
  });

  it('goes through long chains without a deep stack', () => {
    const long = treeOf(`${'1 + '.repeat(50_000)}1`);
    let nodes = 0;
    changeTree(long, (node) => {
      nodes += 1;
      return node;
    });
    expect(nodes).toBe(100_001);
  });
});
