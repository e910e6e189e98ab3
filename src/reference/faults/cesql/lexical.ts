// What goes wrong with words, strings, numbers and the space between them (section 2.2).
import { type Fault, fault } from '../../fault.js';
import { onSemantics, onSyntax, refuses } from './change.js';

const isUniform = (word: string): boolean => word === word.toUpperCase() || word === word.toLowerCase();
const isTruth = (word: string): boolean => /^(true|false)$/i.test(word);

/** Reads the content of strings anew; `undefined` refuses it. */
const onStrings = (change: (text: string, quote: string) => string | undefined): Pick<Fault, 'engine'> =>
  onSyntax(({ string }) => ({
    string: (body, quote) => {
      const text = string(body, quote);
      return text === undefined ? undefined : change(text, quote);
    },
  }));

const onIntegers = (change: (text: string, right: number | undefined) => number | undefined): Pick<Fault, 'engine'> =>
  onSyntax(({ integer }) => ({ integer: (text) => change(text, integer(text)) }));

const digitsOf = (text: string): string => text.replace(/^[+-]/, '');

export const LEXICAL_FAULTS: readonly Fault[] = [
  fault(
    'cesql.lex.keyword-case/uniform',
    'knows keywords in capitals or in small letters, and none of mixed case',
    onSyntax(({ keyword }) => ({ keyword: (word) => (isUniform(word) || isTruth(word) ? keyword(word) : undefined) })),
  ),
  fault(
    'cesql.lex.keyword-case/capitals',
    'knows AND, OR and XOR in capitals only',
    onSyntax(({ keyword }) => ({
      keyword: (word) => (/^(and|x?or)$/i.test(word) && word !== word.toUpperCase() ? undefined : keyword(word)),
    })),
  ),
  fault(
    'cesql.lex.bool-case/uniform',
    'knows true and TRUE, but not True',
    onSyntax(({ keyword }) => ({ keyword: (word) => (isTruth(word) && !isUniform(word) ? undefined : keyword(word)) })),
  ),
  fault(
    'cesql.lex.fn-case/capitals',
    'finds functions by their names in capitals only',
    onSemantics(({ dispatch }) => ({
      dispatch: (tables, name, arity) => (name === name.toUpperCase() ? dispatch(tables, name, arity) : undefined),
    })),
  ),
  fault(
    'cesql.lex.string-case/double-quoted',
    'turns what stands in double quotes into small letters, as other dialects do with names',
    onStrings((text, quote) => (quote === '"' ? text.toLowerCase() : text)),
  ),
  fault(
    'cesql.lex.quotes/other-lost',
    'takes every quote out of a string, of either kind',
    onSyntax(({ string }) => ({
      string: (body, quote) => string(body.replaceAll(quote === '"' ? "'" : '"', ''), quote),
    })),
  ),
  fault(
    'cesql.lex.escape/kept',
    'keeps the backslash before an escaped quote',
    onSyntax(() => ({ string: (body) => body })),
  ),
  fault(
    'cesql.lex.empty-string/double',
    'refuses an empty string in double quotes',
    onStrings((text, quote) => (text === '' && quote === '"' ? undefined : text)),
  ),
  fault(
    'cesql.lex.unicode/composed',
    'composes the characters of strings',
    onStrings((text) => text.normalize('NFC')),
  ),
  fault(
    'cesql.lex.int/octal',
    'reads an integer that begins with a zero as octal',
    onIntegers((text, right) => (/^[+-]?0[0-7]+$/.test(text) ? Number.parseInt(text, 8) : right)),
  ),
  fault(
    'cesql.lex.int/no-plus',
    'refuses an integer with a plus sign',
    onIntegers((text, right) => (text.startsWith('+') ? undefined : right)),
  ),
  fault(
    'cesql.lex.int-bounds/digits-counted',
    'takes an integer of more than ten digits for one beyond 32 bits, zeros in front of it or not',
    onIntegers((text, right) => (digitsOf(text).length > 10 ? undefined : right)),
  ),
  fault(
    'cesql.lex.int-over/wrapped',
    'wraps an integer that is beyond 32 bits',
    onIntegers((text) => Number(text) | 0),
  ),
  fault(
    'cesql.lex.int-over/clamped',
    'takes the nearest integer for one that is beyond 32 bits',
    onIntegers((text) => Math.min(Math.max(Number(text) + 0, -2147483648), 2147483647)),
  ),
  fault(
    'cesql.lex.space/leading',
    'refuses blanks before an expression',
    refuses((text) => text.startsWith(' ')),
  ),
  fault(
    'cesql.lex.space/one-line',
    'knows no line breaks between tokens',
    onSyntax(({ isSpace }) => ({ isSpace: (code) => code !== 10 && isSpace(code) })),
  ),
];

export const IDENTIFIER_FAULTS: readonly Fault[] = [
  fault(
    'cesql.id.charset/digit-first',
    'takes no name that begins with a digit',
    onSyntax(({ isIdentifier }) => ({ isIdentifier: (word) => /^[a-z]/.test(word) && isIdentifier(word) })),
  ),
  fault(
    'cesql.id.charset/function',
    'takes no name that a function has too',
    onSyntax(({ isIdentifier }) => ({ isIdentifier: (word) => word !== 'length' && isIdentifier(word) })),
  ),
  fault(
    'cesql.id.bad/underscore',
    'takes names with an underscore',
    onSyntax(({ isIdentifier }) => ({ isIdentifier: (word) => isIdentifier(word.replaceAll('_', '')) })),
  ),
  fault(
    'cesql.id.long/twenty',
    'takes no name of more than 20 characters',
    onSyntax(({ isIdentifier }) => ({ isIdentifier: (word) => word.length <= 20 && isIdentifier(word) })),
  ),
];
