import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/cesql/parse.js';
import { print } from '../../src/cesql/print.js';
import type { Expression } from '../../src/cesql/types.js';
import { treeOf, withoutSpans } from './helpers/tree.js';
import { anyTree } from './helpers/trees.js';

describe('the text of a tree', () => {
  it.each([
    ['true', 'TRUE'],
    ['FALSE', 'FALSE'],
    ['+007', '7'],
    ['-0', '0'],
    ['-2147483648', '-2147483648'],
    ['"abc"', "'abc'"],
    [`"a'b"`, `'a\\'b'`],
    [`"a\\'b"`, `"a\\'b"`],
    ['((a))', 'a'],
    ['not a', 'NOT a'],
    ['NOT(NOT(a))', 'NOT NOT a'],
    ['-a', '-a'],
    ['-(10)', '- 10'],
    ['--10', '--10'],
    ['-(-(10))', '-- 10'],
    ['-1a', '- 1a'],
    ['-(a + b)', '-(a + b)'],
    ['NOT (a = b)', 'NOT (a = b)'],
    ['1+2*3', '1 + 2 * 3'],
    ['(1+2)*3', '(1 + 2) * 3'],
    ['(1*2)+3', '1 * 2 + 3'],
    ['1-(2-3)', '1 - (2 - 3)'],
    ['(1-2)-3', '1 - 2 - 3'],
    ['1 - -2', '1 - -2'],
    ['4-1', '4 - 1'],
    ['a and (b or c)', 'a AND (b OR c)'],
    ['(a and b) or c', 'a AND b OR c'],
    ["(a) like 'x'", "a LIKE 'x'"],
    ["(a+b) not like 'x'", "(a + b) NOT LIKE 'x'"],
    ["(a in (1)) like 'x'", "(a IN (1)) LIKE 'x'"],
    ["(a like 'x') in (1)", "a LIKE 'x' IN (1)"],
    ['a not in (1,(b or c))', 'a NOT IN (1, b OR c)'],
    ['exists a', 'EXISTS a'],
    ['not exists a', 'NOT EXISTS a'],
    ['concat()', 'concat()'],
    ['CoNcAt(1,(2))', 'CoNcAt(1, 2)'],
  ])('of %s is %s', (text, printed) => {
    expect(print(treeOf(text))).toBe(printed);
    expect(withoutSpans(treeOf(printed))).toEqual(withoutSpans(treeOf(text)));
  });

  it('reads as an equal tree, whatever the tree', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        expect(withoutSpans(treeOf(print(tree)))).toEqual(withoutSpans(tree));
      }),
      { numRuns: 1000 },
    );
  });

  it('stays as it is when it is printed again', () => {
    fc.assert(fc.property(anyTree, (tree) => print(treeOf(print(tree))) === print(tree)));
  });

  it('is no deeper than the text that the tree came from', () => {
    const deepest = `${'(1 + '.repeat(250)}1${')'.repeat(250)}`;
    expect(print(treeOf(deepest))).toBe(`${'1 + ('.repeat(249)}1 + 1${')'.repeat(249)}`);
    expect(parse(print(treeOf(deepest))).kind).toBe('parsed');
  });

  it('exists for trees that no stack would hold', () => {
    const span = { start: 0, end: 0 };
    let tree: Expression = { kind: 'literal', value: true, span };
    for (let depth = 0; depth < 100_000; depth++) tree = { kind: 'unary', operator: 'NOT', operand: tree, span };
    expect(print(tree)).toBe(`${'NOT '.repeat(100_000)}TRUE`);
    const chain = Array(100_000).fill('a').join(' AND ');
    expect(print(treeOf(chain))).toBe(chain);
  });

  it('has the nearest literal of a string that has none', () => {
    const span = { start: 0, end: 0 };
    expect(print({ kind: 'literal', value: 'a\\', span })).toBe("'a\\'");
  });
});
