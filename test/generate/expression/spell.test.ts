import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/cesql/parse.js';
import { print } from '../../../src/cesql/print.js';
import { expressions } from '../../../src/generate/expression/expressions.js';
import { binary, call, isIn, like, literal, unary } from '../../../src/generate/expression/nodes.js';
import { textOf } from '../../../src/generate/expression/spell.js';
import { sample } from '../../../src/generate/sample.js';

const expression = binary(
  'AND',
  unary('NOT', isIn(call('CONCAT_WS', literal('a B')), [literal(true)], true)),
  like(literal("it's AND"), '%AND%', false),
);

describe('an expression in words', () => {
  it('is plain with the spelling 0', () => {
    expect(textOf({ expression, spelling: 0 })).toBe(print(expression));
  });

  it('has other case and white space with any other, the same each time', () => {
    const texts = Array.from({ length: 50 }, (_, index) => textOf({ expression, spelling: index + 1 }));
    expect(texts).toEqual(Array.from({ length: 50 }, (_, index) => textOf({ expression, spelling: index + 1 })));
    expect(new Set(texts).size).toBe(50);
    const one = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text));
    expect(one(/\bnOT\b/)).toBe(true);
    expect(one(/Concat_WS\(|cONCAT_ws\(|concat_WS\(|CONCAT_ws\(|\b[cC][oO][nN][cC][aA][tT]_[wW][sS]\(/)).toBe(true);
    expect(one(/\n/) && one(/\t/)).toBe(true);
  });

  it('keeps what stands in strings', () => {
    for (let spelling = 1; spelling < 50; spelling++) {
      expect(textOf({ expression, spelling })).toContain("'it\\'s AND'");
      expect(textOf({ expression, spelling })).toContain("'%AND%'");
    }
  });

  it('parses to what prints the same, but for the case of names', () => {
    for (const posed of sample(expressions(), 'spelt', 300)) {
      const parsed = parse(textOf(posed));
      const printed = parsed.kind === 'parsed' ? print(parsed.expression) : parsed.error.message;
      expect(printed.toUpperCase()).toBe(print(posed.expression).toUpperCase());
    }
  });
});
