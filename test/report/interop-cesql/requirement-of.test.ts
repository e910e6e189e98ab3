import { describe, expect, it } from 'vitest';
import type { How } from '../../../src/report/interop-cesql/compare.js';
import { requirementOf } from '../../../src/report/interop-cesql/requirement-of.js';
import { castTo } from '../../../src/report/interop-cesql/requirement-of-cast.js';
import { loadRegistry } from '../../../suites/registry.js';
import { partOf } from './helpers/posed.js';

const of = (text: string, how: How = 'value', isSpelt = false): string => {
  const id = requirementOf(partOf(text), how, isSpelt);
  expect(loadRegistry().requirements.has(id), id).toBe(true);
  return id.replace('cesql.', '');
};

describe('the requirement that speaks of', () => {
  it.each([
    ['TRUE', 'lex.bool-case'],
    ['5', 'lex.int'],
    ["'a'", 'lex.unicode'],
    ['id', 'attr.required'],
    ['subject', 'attr.optional'],
    ['number', 'attr.ext-typed'],
    ['text', 'id.charset'],
    ['missing', 'miss.bare'],
    ['EXISTS id', 'exists.required'],
    ['EXISTS subject', 'exists.optional'],
    ['NOT TRUE', 'op.not'],
    ['NOT 10', 'cast.int-bool'],
    ["NOT 'true'", 'cast.str-bool'],
    ["NOT 'x'", 'cast.str-bool-bad'],
    ['NOT missing', 'miss.neg'],
    ['-number', 'op.minus'],
    ["-'5'", 'cast.str-int'],
    ['-TRUE', 'cast.bool-int'],
    ['-(-2147483648)', 'op.minus-over'],
    ['1 = 2', 'op.eq'],
    ['1 <> 2', 'op.ne'],
    ["'a' != 'b'", 'op.ne'],
    ["'1' = 1", 'cast.right'],
    ["'a' = 1", 'cast.eq-error'],
    ['missing = 1', 'miss.compare'],
    ['1 = missing', 'miss.right'],
    ['1 < 2', 'op.rel'],
    ["'1' < 2", 'op.rel-string'],
    ['1 + 2', 'op.add'],
    ["1 + '2'", 'cast.str-int'],
    ["1 + '2147483648'", 'cast.str-int-bad'],
    ['1 + missing', 'miss.math'],
    ['2147483647 + 1', 'op.overflow'],
    ['-2147483648 / -1', 'op.div-over'],
    ['5 / 3', 'op.div'],
    ['5 / 0', 'op.div-zero'],
    ['5 % 3', 'op.mod'],
    ['5 % 0', 'op.mod-zero'],
    ['TRUE AND TRUE', 'op.logic'],
    ['1 XOR TRUE', 'cast.int-bool'],
    ['TRUE AND missing', 'miss.logic'],
    ["text LIKE 'a%'", 'like.percent'],
    ["text LIKE 'a_'", 'like.underscore'],
    ["text LIKE 'a\\%'", 'like.escape'],
    ["text LIKE ''", 'like.empty'],
    ["text LIKE 'a.'", 'like.literal'],
    ["text NOT LIKE 'a'", 'like.not'],
    ["1 LIKE '1'", 'like.cast'],
    ["missing LIKE 'a'", 'miss.like'],
    ['1 IN (1)', 'in.match'],
    ['1 NOT IN (1)', 'in.not'],
    ["1 IN ('1')", 'in.cast'],
    ['missing IN (1)', 'miss.in'],
    ['1 IN (missing)', 'miss.in-set'],
    ["LENGTH('a')", 'fn.length'],
    ['LENGTH(1)', 'fn.arg-cast'],
    ['LENGTH(missing)', 'miss.fn'],
    ['LENGTH()', 'fn.missing'],
    ['NOSUCH(1)', 'fn.missing'],
    ['CONCAT()', 'fn.concat'],
    ["CONCAT_WS('a')", 'fn.concat-ws'],
    ["LOWER('A')", 'fn.lower'],
    ["UPPER('a')", 'fn.upper'],
    ["TRIM('a')", 'fn.trim'],
    ["LEFT('a', 1)", 'fn.left'],
    ["LEFT('a', -1)", 'fn.left-neg'],
    ["RIGHT('a', 1)", 'fn.right'],
    ["RIGHT('a', -1)", 'fn.right-neg'],
    ["SUBSTRING('a', 1)", 'fn.sub2'],
    ["SUBSTRING('a', 1, 1)", 'fn.sub3'],
    ["SUBSTRING('a', 0)", 'fn.sub-zero'],
    ["SUBSTRING('a', 0, -1)", 'fn.sub-zero-neg'],
    ["SUBSTRING('a', 3)", 'fn.sub-range'],
    ["SUBSTRING('a', 1, -1)", 'fn.sub-neglen'],
    ['ABS(1)', 'fn.abs'],
    ['ABS(-2147483648)', 'fn.abs-min'],
    ['INT(1)', 'fn.casts'],
  ])('%s is %s', (text, expected) => {
    expect(of(text)).toBe(expected);
  });

  it.each<[string, How, string]>([
    ['1', 'dies', 'err.value'],
    ['1', 'throws', 'err.value'],
    ['1', 'hangs', 'err.total'],
    ['FALSE AND missing', 'error', 'op.short-and'],
    ['TRUE OR missing', 'error', 'op.short-or'],
    ['TRUE AND NOT missing', 'no-error', 'op.short-not'],
    ['FALSE XOR NOT missing', 'no-error', 'op.xor-both'],
    ['NOSUCH() OR FALSE', 'no-error', 'err.value'],
    ['NOT (1 / 0 = 1)', 'no-error', 'err.value'],
    ["'a' = 1", 'no-error', 'cast.str-int-bad'],
  ])('%s, where it %s, is %s', (text, how, expected) => {
    expect(of(text, how)).toBe(expected);
  });

  it('a spelling is that of keywords, or of the names of functions', () => {
    expect(of('TRUE AND FALSE', 'parse', true)).toBe('lex.keyword-case');
    expect(of("LENGTH('a')", 'parse', true)).toBe('lex.fn-case');
  });

  it('casts to a String', () => {
    expect(castTo('string', partOf('1'))).toBe('cesql.cast.int-str');
    expect(castTo('string', partOf('TRUE'))).toBe('cesql.cast.bool-str');
    expect(castTo('string', partOf("'a'"))).toBeUndefined();
  });
});
