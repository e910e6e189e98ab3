import { describe, expect, test } from 'vitest';
import { isWord, readable, writtenAs } from '../../../../../suites/emission/rules/http/written.js';

const kindOf = (value: string, ...lines: readonly string[]): string => writtenAs('subject', value, lines).kind;

describe('how a value is written', () => {
  test.each([
    ['plain', 'plain', 'once'],
    ['a b', 'a%20b', 'once'],
    ['a b', '%61%20%62', 'once'],
    ['é', '%c3%a9', 'once'],
    ['100% é', '100%%20%C3%A9', 'once'],
    ['a b', 'a b', 'literal'],
    ['é', '\xc3\xa9', 'literal'],
    ['/a%20b', '/a%20b', 'literal'],
    ['"a"', '"a"', 'literal'],
    ['é/a%20b', '%C3%A9/a%20b', 'own-escapes'],
    ['a b%41', 'a%20b%41', 'own-escapes'],
    ['plain', '"plain"', 'further'],
    ['a b', '"a b"', 'further'],
    ['a b', '"a%20b"', 'further'],
    ['say "hi"', '"say \\"hi\\""', 'further'],
    ['a b', 'a%2520b', 'further'],
    ['é', '=?utf-8?q?=C3=A9?=', 'word'],
    ['é', "utf-8''%C3%A9", 'word'],
    ['a b', 'a+b', 'other'],
    ['é', '%E9', 'other'],
    ['é', '\xe9', 'other'],
    ['a', 'b', 'other'],
    ['a', '', 'other'],
    ['', '', 'once'],
  ])('%j as %j: %s', (value, raw, kind) => {
    expect(kindOf(value, raw)).toBe(kind);
  });

  test('without a header, and with lines that differ', () => {
    expect(writtenAs('subject', 'a', undefined).kind).toBe('missing');
    expect(kindOf('a')).toBe('missing');
    expect(kindOf('a', 'a', 'b')).toBe('several');
  });

  test('takes quotes off the content, where they are around the value', () => {
    expect(writtenAs('subject', 'a b', ['"a b"'])).toEqual({ kind: 'further', how: 'in quotes', content: 'a b' });
    expect(writtenAs('subject', 'a b', ['"x y"'])).toEqual({ kind: 'other', content: 'x y' });
  });

  test('knows the instant of time, and of nothing else', () => {
    const [one, other] = ['2024-02-29T12:34:56Z', '2024-02-29T13:34:56+01:00'];
    expect(writtenAs('time', one, [other]).kind).toBe('once');
    expect(writtenAs('subject', one, [other]).kind).toBe('other');
  });

  test.each([
    ['=?UTF-8?B?w6k=?=', true],
    ['"=?utf-8?q?a?="', true],
    ["UTF-8'en'a", true],
    ['=?', false],
    ['a=?utf-8?q?a?=', false],
    ['plain', false],
  ])('%j is of mail: %s', (raw, expected) => {
    expect(isWord(raw)).toBe(expected);
  });

  test('reads as much as can be read', () => {
    expect(readable('a%20%C3%A9')).toBe('a é');
    expect(readable('a%20%E9')).toBe('a %E9');
  });
});
