import { describe, expect, it } from 'vitest';
import { parse } from '../../src/cesql/parse.js';
import type { CesqlError, Expression } from '../../src/cesql/types.js';
import { treeOf } from './helpers/tree.js';

/** The part of a text that a node comes from. */
const partOf = (text: string, { span }: Expression): string => text.slice(span.start, span.end);

function problemOf(text: string, limits?: Parameters<typeof parse>[1]): CesqlError {
  const parsed = parse(text, limits);
  if (parsed.kind === 'parsed') throw new Error(`an expression: ${text}`);
  return parsed.error;
}

describe('a tree', () => {
  it('has a node for each construct', () => {
    expect(treeOf("NOT id LIKE 'a%' AND LENGTH(x, -1) NOT IN (TRUE, EXISTS y)")).toEqual({
      kind: 'binary',
      operator: 'AND',
      left: {
        kind: 'like',
        operand: {
          kind: 'unary',
          operator: 'NOT',
          operand: { kind: 'attribute', name: 'id', span: { start: 4, end: 6 } },
          span: { start: 0, end: 6 },
        },
        pattern: 'a%',
        negated: false,
        span: { start: 0, end: 16 },
      },
      right: {
        kind: 'in',
        operand: {
          kind: 'call',
          name: 'LENGTH',
          arguments: [
            { kind: 'attribute', name: 'x', span: { start: 28, end: 29 } },
            { kind: 'literal', value: -1, span: { start: 31, end: 33 } },
          ],
          span: { start: 21, end: 34 },
        },
        set: [
          { kind: 'literal', value: true, span: { start: 43, end: 47 } },
          { kind: 'exists', name: 'y', span: { start: 49, end: 57 } },
        ],
        negated: true,
        span: { start: 21, end: 58 },
      },
      span: { start: 0, end: 58 },
    });
  });

  it('has no node for parentheses', () => {
    expect(treeOf('((1))')).toEqual({ kind: 'literal', value: 1, span: { start: 2, end: 3 } });
  });

  it('keeps the name of a function as it was written', () => {
    expect(treeOf('CoNcAt()')).toMatchObject({ kind: 'call', name: 'CoNcAt', arguments: [] });
  });

  it('keeps the backslashes of a pattern', () => {
    expect(treeOf("x LIKE 'a\\%\\'\\\\'")).toMatchObject({ pattern: "a\\%'\\\\" });
  });

  it.each([
    ['  (1) + (2)  ', '(1) + (2)'],
    ['- ( 1 ) ', '- ( 1 )'],
    [" ( x ) LIKE 'a' ", "( x ) LIKE 'a'"],
    [' ( x ) IN ( 1 ) ', '( x ) IN ( 1 )'],
    [' ABS ( 1 ) ', 'ABS ( 1 )'],
    [' EXISTS  id ', 'EXISTS  id'],
    [' +1 ', '+1'],
    [" '🙂' ", "'🙂'"],
  ])('knows which part of %j it comes from', (text, part) => {
    expect(partOf(text, treeOf(text))).toBe(part);
  });
});

describe('a problem', () => {
  it.each([
    ['', 0, 'expected an operand, saw the end of the expression'],
    ['   ', 3, 'expected an operand, saw the end of the expression'],
    ['1 +', 3, 'expected an operand, saw the end of the expression'],
    ['= 1', 0, 'expected an operand, saw ='],
    ['1 2', 2, 'expected an operator or the end, saw 2'],
    ['1 = = 2', 4, 'expected an operand, saw ='],
    ['(1', 2, 'expected an operator or ), saw the end of the expression'],
    ['((1)', 4, 'expected an operator or ), saw the end of the expression'],
    ['1)', 1, 'expected an operator or the end, saw )'],
    [')', 0, 'expected an operand, saw )'],
    ['()', 1, 'expected an operand, saw )'],
    ['(1, 2)', 2, 'expected an operator or ), saw ,'],
    ['ABS(', 4, 'expected an operand, saw the end of the expression'],
    ['ABS(1', 5, 'expected an operator, a comma or ), saw the end of the expression'],
    ['ABS(1,)', 6, 'expected an operand, saw )'],
    ['ABS(,1)', 4, 'expected an operand, saw ,'],
    ['ABS(1 2)', 6, 'expected an operator, a comma or ), saw 2'],
    ['a IN ()', 6, 'expected an operand, saw )'],
    ['a IN 1', 5, 'expected a set in parentheses behind IN, saw 1'],
    ['a IN (1', 7, 'expected an operator, a comma or ), saw the end of the expression'],
    ['a NOT 1', 6, 'expected LIKE or IN behind NOT, saw 1'],
    ['a NOT', 5, 'expected LIKE or IN behind NOT, saw the end of the expression'],
    ['NOT', 3, 'expected an operand, saw the end of the expression'],
    ['EXISTS', 6, 'expected the name of an attribute, of lower-case letters and digits, saw the end of the expression'],
    ["EXISTS 'x'", 7, "expected the name of an attribute, of lower-case letters and digits, saw the string 'x'"],
    ['EXISTS (id)', 7, 'expected the name of an attribute, of lower-case letters and digits, saw ('],
    ['id LIKE 123', 8, 'expected a string literal as the pattern of LIKE, saw 123'],
    ['id LIKE subject', 8, 'expected a string literal as the pattern of LIKE, saw subject'],
    ["id LIKE ('a')", 8, 'expected a string literal as the pattern of LIKE, saw ('],
    ["id LIKE CONCAT('a')", 8, 'expected a string literal as the pattern of LIKE, saw CONCAT'],
    ['id LIKE TRUE', 8, 'expected a string literal as the pattern of LIKE, saw TRUE'],
    ["id NOT LIKE 'a", 12, "expected a string literal as the pattern of LIKE, saw a string without its closing ': 'a"],
    ["1 = 'abc", 4, "expected an operand, saw a string without its closing ': 'abc"],
    ["'it''s'", 4, "expected an operator or the end, saw a quote twice; inside a string it is written \\'"],
    ["'a' 'b'", 4, "expected an operator or the end, saw the string 'b'"],
    ['1 + SOURCE', 4, 'SOURCE names no attribute: names are of lower-case letters and digits'],
    ['1 + f1(2)', 4, 'f1 names no function: names are of letters and underscores'],
    ['1 + 2147483648', 4, '2147483648 is no integer of 32 bits'],
    ['1 - -2147483649', 4, '-2147483649 is no integer of 32 bits'],
    ['1 AND + 2', 6, 'expected an operand, saw +; there is no unary plus'],
    ['1 ! 2', 2, 'expected an operator or the end, saw !'],
    ['a 🙂', 2, 'expected an operator or the end, saw 🙂'],
    ['1 == 2', 3, 'expected an operand, saw ='],
    ['1 && 2', 2, 'expected an operator or the end, saw &'],
    ['1; DROP', 1, 'expected an operator or the end, saw ;'],
    ["x LIKE 'a' ESCAPE '!'", 11, 'expected an operator or the end, saw ESCAPE'],
    ['x BETWEEN 1 AND 2', 2, 'expected an operator or the end, saw BETWEEN'],
  ])('of %j is at %d', (text, position, message) => {
    expect(problemOf(text)).toEqual({ kind: 'parse', message, position });
  });

  it('names no more than a piece of a long text, and nothing that a terminal would obey', () => {
    expect(problemOf(`1 ${'a'.repeat(1000)}`).message).toBe(`expected an operator or the end, saw ${'a'.repeat(40)}…`);
    expect(problemOf('1 \u001b').message).toBe('expected an operator or the end, saw \\u{1b}');
    expect(problemOf("1 '\u202e\n'").message).toBe("expected an operator or the end, saw the string '\\u{202e}\\u{a}'");
  });

  it('is also what no program should hand over', () => {
    for (const text of [undefined, null, 1, {}, ['1']])
      expect(problemOf(text as unknown as string)).toMatchObject({ kind: 'parse', position: 0 });
  });
});

describe('a limit', () => {
  const nested = (depth: number): string => `${'('.repeat(depth)}1${')'.repeat(depth)}`;

  it('is there for the length', () => {
    expect(problemOf('1 + 1', { length: 4 })).toEqual({
      kind: 'parse',
      message: 'longer than 4 UTF-16 units',
      position: 4,
    });
    expect(parse('1 + 1', { length: 5 }).kind).toBe('parsed');
    expect(problemOf(' '.repeat(4 * 1024 * 1024 + 1)).message).toBe('longer than 4194304 UTF-16 units');
    expect(parse(`${' '.repeat(4 * 1024 * 1024 - 1)}1`).kind).toBe('parsed');
  });

  it.each<readonly [string, (depth: number) => string]>([
    ['parentheses', nested],
    ['NOT', (depth) => `${'NOT '.repeat(depth)}TRUE`],
    ['minus', (depth) => `${'- '.repeat(depth)}1`],
    ['calls', (depth) => `${'ABS('.repeat(depth)}1${')'.repeat(depth)}`],
    ['sets', (depth) => `${'1 IN ('.repeat(depth)}1${')'.repeat(depth)}`],
    ['right operands', (depth) => `${'1 + ('.repeat(depth / 2)}1${')'.repeat(depth / 2)}`],
  ])('is there for the depth of %s', (_, text) => {
    expect(parse(text(500)).kind).toBe('parsed');
    expect(problemOf(text(502)).message).toBe('nested deeper than 500 levels');
    expect(problemOf(text(100_000)).message).toBe('nested deeper than 500 levels');
  });

  it('that no stack holds gives a problem too', () => {
    expect(problemOf(nested(200_000), { depth: 1_000_000 }).message).toBe('nested deeper than the stack allows');
  });

  it('is no limit of what stands beside each other', () => {
    for (const operator of [' AND ', ' + ', ' = '])
      expect(parse(Array(20_000).fill('1').join(operator)).kind).toBe('parsed');
    expect(parse(`1${" LIKE '1'".repeat(20_000)}`).kind).toBe('parsed');
    expect(parse(`1${' IN (1)'.repeat(20_000)}`).kind).toBe('parsed');
    expect(parse(`CONCAT(${Array(20_000).fill('1').join(',')})`).kind).toBe('parsed');
  });
});
