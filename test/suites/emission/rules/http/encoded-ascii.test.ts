import { describe, expect, test } from 'vitest';
import { ENC_PERCENT, ENC_QUOTE, ENC_SPACE } from '../../../../../suites/emission/rules/http/encoded-ascii.js';
import { ask, binary, capture, event, expectSaid } from '../../examples.js';

type Row = [value: string, raw: string | undefined, kind: 'kept' | 'broken' | 'silent', words?: string];

const asked = (rule: typeof ENC_SPACE) => (value: string, raw: string | undefined, kind: Row[2], words?: string) =>
  expectSaid(ask(rule, binary({ 'ce-subject': raw }), event({ subject: value })), kind, words);
const captured = (rule: typeof ENC_SPACE) => (header: string, raw: string, kind: Row[2]) =>
  expectSaid(capture(rule, binary({ [header]: raw })), kind);

describe('a space', () => {
  test.each<Row>([
    ['a b', 'a%20b', 'kept'],
    ['a b', '%61%20b', 'kept'],
    ['a b', 'a b', 'broken', 'a space stands unencoded in ce-subject'],
    ['a b', '"a b"', 'broken', 'unencoded'],
    ['a b', 'a+b', 'broken', 'is not written as %20'],
    ['a b', 'ab', 'broken', 'is not written as %20'],
    [' a ', 'a', 'broken', 'is not written as %20'],
    ['é b', '%C3%A9+b', 'broken', 'is not written as %20'],
    ['a b', '=?utf-8?q?a_b?=', 'broken', 'is not written as %20'],
    ['a b%41', 'a%20b%41', 'silent', 'another rule'],
    ['a b', '"a%20b"', 'silent', 'another rule'],
    ['a b', 'a%2520b', 'silent', 'another rule'],
    ['é b', '\xe9%20b', 'silent', 'something else'],
    ['a b', 'other', 'silent', 'something else'],
    ['a b', undefined, 'silent', 'did not come out'],
    ['ab', 'ab', 'silent', 'no attribute was to hold'],
  ])('of %j as %j: %s', asked(ENC_SPACE));

  test.each([
    ['ce-subject', 'a b', 'broken'],
    ['ce-source', '/a b', 'broken'],
    ['ce-subject', 'a%20b', 'kept'],
    ['ce-subject', 'ab', 'silent'],
    ['ce-source', '/a%20b', 'silent'],
    ['other', 'a b', 'silent'],
    ['ce-other-name', 'a b', 'silent'],
  ] as const)('captured in %s: %s: %s', captured(ENC_SPACE));

  test('says what was expected, and what came', () => {
    const shown = ENC_SPACE.check(binary({ 'ce-subject': 'a+b' }), [event({ subject: 'a b' })]);
    expect(shown).toEqual({
      kind: 'broken',
      message: 'a space in ce-subject is not written as %20',
      expected: { 'ce-subject': 'a%20b' },
      actual: { 'ce-subject': 'a+b' },
      root: 'other',
    });
  });

  test('of one attribute is enough, and one broken attribute breaks the rule', () => {
    const told = event({ subject: 'a b', ext: 'a b' });
    expectSaid(ask(ENC_SPACE, binary({ 'ce-subject': 'a%20b' }), told), 'kept');
    expectSaid(ask(ENC_SPACE, binary({ 'ce-subject': 'a%20b', 'ce-ext': 'a+b' }), told), 'broken', 'ce-ext');
  });

  test('in lines that differ, and in lines that do not', () => {
    const told = event({ subject: 'a b' });
    expectSaid(ask(ENC_SPACE, binary({ 'ce-subject': ['a%20b', 'x'] }), told), 'silent', 'more than once');
    expectSaid(ask(ENC_SPACE, binary({ 'ce-subject': ['a%20b', 'a%20b'] }), told), 'kept');
  });

  test('in the type of the data is none', () => {
    const told = event({ datacontenttype: 'text/plain; charset=utf-8' });
    expectSaid(ask(ENC_SPACE, binary({ 'content-type': 'text/plain; charset=utf-8' }), told), 'silent');
  });
});

describe('a double quote', () => {
  test.each<Row>([
    ['a"b', 'a%22b', 'kept'],
    ['a"b', 'a"b', 'broken', 'unencoded'],
    ['a"b', 'a\\"b', 'broken', 'unencoded'],
    ['a"b', '"a\\"b"', 'broken', 'unencoded'],
    ['a"b', "a'b", 'broken', 'is not written as %22'],
    ['"a"', 'a', 'broken', 'is not written as %22'],
    ['a"b', '"a%22b"', 'silent', 'another rule'],
    ['a"b', undefined, 'silent', 'did not come out'],
    ['ab', '"ab"', 'silent', 'no attribute was to hold'],
  ])('of %j as %j: %s', asked(ENC_QUOTE));

  test.each([
    ['ce-subject', 'a"b', 'broken'],
    ['ce-subject', '"a\\"b"', 'broken'],
    ['ce-subject', '"ab"', 'silent'],
    ['ce-subject', 'a%22b', 'kept'],
    ['ce-source', '/a%22b', 'silent'],
  ] as const)('captured in %s: %s: %s', captured(ENC_QUOTE));
});

describe('a percent sign', () => {
  test.each<Row>([
    ['100%', '100%25', 'kept'],
    ['%41', '%2541', 'kept'],
    ['100%', '100%', 'broken', 'unencoded'],
    ['%41', '%41', 'broken', 'unencoded'],
    ['a b%41', 'a%20b%41', 'broken', 'unencoded'],
    ['é%41', '%C3%A9%41', 'broken', 'unencoded'],
    ['a b%', 'a%20b%', 'broken', 'unencoded'],
    ['%41', '"%41"', 'broken', 'unencoded'],
    ['100%', '100', 'broken', 'is not written as %25'],
    ['100%', '100%2525', 'silent', 'another rule'],
    ['100%', 'x', 'silent', 'something else'],
    ['100', '100', 'silent', 'no attribute was to hold'],
  ])('of %j as %j: %s', asked(ENC_PERCENT));

  test.each([
    ['/a%20b', '/a%2520b', 'kept'],
    ['/a%20b', '/a%20b', 'broken'],
  ] as const)('of the source %s as %s: %s', (source, raw, kind) => {
    expectSaid(ask(ENC_PERCENT, binary({ 'ce-source': raw }), event({ source })), kind);
  });

  test.each([
    ['ce-subject', '100%', 'broken'],
    ['ce-subject', '%zz', 'broken'],
    ['ce-source', '/a%20b', 'broken'],
    ['ce-source', '/a%2520b', 'silent'],
    ['ce-subject', '100%25', 'kept'],
    ['ce-subject', '%2541', 'silent'],
    ['ce-subject', '/a%20b', 'silent'],
  ] as const)('captured in %s: %s: %s', captured(ENC_PERCENT));
});
