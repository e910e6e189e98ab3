import { describe, expect, it, test } from 'vitest';
import { parse } from '../../../src/cesql/parse.js';
import { print } from '../../../src/cesql/print.js';
import type { Expression } from '../../../src/cesql/types.js';
import { expressions } from '../../../src/generate/expression/expressions.js';
import { literal, nodesOf } from '../../../src/generate/expression/nodes.js';
import { smaller, smallerValues } from '../../../src/generate/expression/smaller.js';
import { smallerPosed } from '../../../src/generate/expression/smaller-posed.js';
import { sample } from '../../../src/generate/sample.js';

function treeOf(text: string): Expression {
  const parsed = parse(text);
  if (parsed.kind === 'problem') throw new Error(parsed.error.message);
  return parsed.expression;
}
const steps = (text: string): readonly string[] => [...smaller(treeOf(text))].map(print);
const sizeOf = (expression: Expression): number => [...nodesOf(expression)].length;

/** Takes the first step that keeps what is looked for, until there is none. */
function shrunk(text: string, keeps: (expression: Expression) => boolean): string {
  let current = treeOf(text);
  for (let next: Expression | undefined = current; next !== undefined; ) {
    current = next;
    next = [...smaller(current)].find(keeps);
  }
  return print(current);
}

describe('the steps', () => {
  it.each([
    ['TRUE', ['FALSE']],
    ['FALSE', []],
    ['0', []],
    ['9', ['0', '1', '2', '5', '7', '8']],
    ['-9', ['0', '1', '2', '9', '-5', '-7', '-8']],
    ["'ab'", ["''", "'b'", "'a'", "'aa'"]],
    ["'5'", ['5', "''"]],
    ["'true'", ['TRUE', "''", "'ue'", "'tr'", "'rue'", "'tue'", "'tre'", "'tru'"]],
    ['id', ['FALSE', '0', "''"]],
    ['EXISTS id', ['FALSE', '0', "''"]],
    ['NOT id', ['FALSE', '0', "''", 'id', 'NOT FALSE', 'NOT 0', "NOT ''"]],
    ['1 <> 0', ['FALSE', '0', "''", '1', '0', '1 != 0', '0 <> 0']],
    [
      '0 NOT IN (FALSE, 0)',
      ['FALSE', '0', "''", '0', 'FALSE', '0', '0 NOT IN (0)', '0 NOT IN (FALSE)', '0 IN (FALSE, 0)'],
    ],
    [
      "id NOT LIKE 'a'",
      [
        'FALSE',
        '0',
        "''",
        'id',
        "id LIKE 'a'",
        "id NOT LIKE ''",
        "FALSE NOT LIKE 'a'",
        "0 NOT LIKE 'a'",
        "'' NOT LIKE 'a'",
      ],
    ],
    ['ABS(FALSE)', ['FALSE', '0', "''", 'FALSE', 'ABS()']],
  ])('of %s', (text, expected) => {
    const found = steps(text);
    expect(expected.filter((one) => !found.includes(one))).toEqual([]);
    if (text !== "'true'") expect(found).toEqual(expected);
  });

  it('never goes up, and gives what can be written', () => {
    for (const { expression } of sample(expressions(), 'steps', 100)) {
      for (const one of smaller(expression)) {
        expect(sizeOf(one)).toBeLessThanOrEqual(sizeOf(expression));
        expect(print(one)).not.toBe(print(expression));
        expect(print(treeOf(print(one)))).toBe(print(one));
      }
    }
  });

  it.each([2147483647, -2147483648, 'a\\\\b', 'it\'s "x"', '😀'])('of %s come to an end', (value) => {
    let count = 0;
    let current: readonly (boolean | number | string)[] = [value];
    while (current.length > 0 && count < 200) {
      current = [...smallerValues(current[Math.min(4, current.length - 1)] ?? 0)];
      count++;
    }
    expect(current).toEqual([]);
  });
});

describe('shrinking', () => {
  it('drops to the operator that is at fault, with the first literal that will do', () => {
    const divides = (one: Expression): boolean =>
      [...nodesOf(one)].some((node) => node.kind === 'binary' && node.operator === '/');
    expect(shrunk("LENGTH(CONCAT('abc', id)) > 3 AND (7 / (number - 3)) IN (1, 2, 3)", divides)).toBe('0 / FALSE');
  });

  it('finds the bound of an Integer in few steps', () => {
    const isHigh = (one: Expression): boolean => one.kind === 'literal' && Number(one.value) > 1_000_000;
    expect(shrunk('2147483647', isHigh)).toBe('1000001');
  });

  it('keeps as much of a literal as it needs', () => {
    const isLong = (one: Expression): boolean =>
      [...nodesOf(one)].some((node) => node.kind === 'literal' && String(node.value).includes('c'));
    expect(shrunk("UPPER('abcde') = 'ABCDE' OR TRUE", isLong)).toBe("'c'");
  });
});

test('a smaller event has its required attributes, and first of all no strangers', () => {
  const attributes = new Map<string, string | number>([
    ['specversion', '1.0'],
    ['id', '1'],
    ['source', '/a'],
    ['type', 'a'],
    ['number', 9],
    ['text', 'ab'],
    ['time', '2026-01-02T03:04:05Z'],
  ]);
  const posed = { expression: treeOf('number'), event: { attributes }, spelling: 5 };
  const [plain, bare, ...others] = [...smallerPosed(posed)];
  expect(plain).toEqual({ ...posed, spelling: 0 });
  expect([...(bare?.event.attributes.keys() ?? [])]).toEqual(['specversion', 'id', 'source', 'type', 'number']);
  const values = others.filter((one) => one.expression === posed.expression).map(({ event }) => event.attributes);
  expect(values.map((one) => one.get('number'))).toContain(5);
  expect(values.map((one) => one.get('text'))).toContain('a');
  expect(values.every((one) => ['specversion', 'id', 'source', 'type'].every((name) => one.has(name)))).toBe(true);
  expect(literal(1).span).toEqual({ start: 0, end: 0 });
});
