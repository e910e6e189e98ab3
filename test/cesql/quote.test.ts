import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasLiteral, quote } from '../../src/cesql/quote.js';
import { anyText } from './helpers/text.js';
import { treeOf } from './helpers/tree.js';

describe('the literal of a string', () => {
  it.each([
    ['', "''"],
    ['abc', "'abc'"],
    ["a'b", "'a\\'b'"],
    ['a"b', `'a"b'`],
    [`'"`, `'\\'"'`],
    ['a\\b', "'a\\b'"],
    ['a\\\\', "'a\\\\'"],
    ["a\\'b", `"a\\'b"`],
    ["a\\\\'b", "'a\\\\\\'b'"],
    ['a\\"b', `'a\\"b'`],
    ['a\nb', "'a\nb'"],
    ['🙂\ud800', "'🙂\ud800'"],
  ])('%j is %j', (text, literal) => {
    expect(quote(text)).toBe(literal);
    expect(treeOf(literal)).toMatchObject({ kind: 'literal', value: text });
  });

  it.each(['\\', 'a\\', 'a\\\\\\', `\\'\\"`, `\\'a\\`])('%j is none', (text) => {
    expect(quote(text)).toBeUndefined();
    expect(hasLiteral(text)).toBe(false);
  });

  it('denotes the string it was made of', () => {
    const unit = fc.constantFrom("'", '"', '\\', 'a', '🙂', '\n');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 10 }), (text) => {
        const literal = quote(text);
        if (literal !== undefined) expect(treeOf(literal)).toMatchObject({ value: text });
      }),
    );
  });

  it('exists wherever there is no backslash', () => {
    fc.assert(fc.property(anyText, (text) => hasLiteral(text.replaceAll('\\', '/'))));
  });
});
