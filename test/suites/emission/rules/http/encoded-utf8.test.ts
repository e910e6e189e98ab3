import { describe, test } from 'vitest';
import { ENC_ASCII, ENC_ASTRAL, ENC_UTF8 } from '../../../../../suites/emission/rules/http/encoded-utf8.js';
import { ask, binary, capture, event, expectSaid } from '../../examples.js';

type Row = [value: string, raw: string | undefined, kind: 'kept' | 'broken' | 'silent', words?: string];

const asked = (rule: typeof ENC_UTF8) => (value: string, raw: string | undefined, kind: Row[2], words?: string) =>
  expectSaid(ask(rule, binary({ 'ce-subject': raw }), event({ subject: value })), kind, words);
const captured =
  (rule: typeof ENC_UTF8) =>
  (raw: string, kind: Row[2], name = 'ce-subject') =>
    expectSaid(capture(rule, binary({ [name]: raw })), kind);

describe('bytes outside ASCII', () => {
  test.each<Row>([
    ['é', '%C3%A9', 'kept'],
    ['é', '%E9', 'kept'],
    ['é', '?', 'kept'],
    ['é', '\xc3\xa9', 'broken', 'a character outside ASCII stands unencoded in ce-subject'],
    ['é', '\xe9', 'broken', 'unencoded'],
    ['é b', '\xc3\xa9%20b', 'broken', 'unencoded'],
    ['\u{1f600}', '\xf0\x9f\x98\x80', 'broken', 'unencoded'],
    ['é', undefined, 'silent', 'did not come out'],
    ['e', 'e', 'silent', 'no attribute was to hold'],
  ])('for %j as %j: %s', asked(ENC_ASCII));

  test.each([
    ['\xc3\xa9', 'broken'],
    ['\xe9', 'broken'],
    ['%C3%A9', 'kept'],
    ['%E9', 'silent'],
    ['a%20b', 'silent'],
  ] as const)('captured: %j: %s', (raw, kind) => captured(ENC_ASCII)(raw, kind));

  test('count in any line of a header', () => {
    expectSaid(ask(ENC_ASCII, binary({ 'ce-subject': ['%C3%A9', '\xe9'] }), event({ subject: 'é' })), 'broken');
  });

  test('are not looked for in other headers', () => {
    expectSaid(capture(ENC_ASCII, binary({ 'x-other': '\xe9' })), 'silent');
  });
});

describe('a character up to U+FFFF', () => {
  test.each<Row>([
    ['é', '%C3%A9', 'kept'],
    ['é', '%c3%a9', 'kept'],
    ['€', '%E2%82%AC', 'kept'],
    ['a\u00a0b', 'a%C2%A0b', 'kept'],
    ['é', '%E9', 'broken', 'is not written as its UTF-8'],
    ['é', '%u00E9', 'broken', 'is not written as its UTF-8'],
    ['é', '?', 'broken', 'is not written as its UTF-8'],
    ['é', 'e', 'broken', 'is not written as its UTF-8'],
    ['é', '%C3%83%C2%A9', 'broken', 'is not written as its UTF-8'],
    ['é', '=?utf-8?q?=C3=A9?=', 'broken', 'is not written as its UTF-8'],
    ['a\u00a0b', 'a%20b', 'broken', 'is not written as its UTF-8'],
    ['é a', '%E9+a', 'silent', 'something else'],
    ['é', '\xc3\xa9', 'silent', 'another rule'],
    ['é', '%25C3%25A9', 'silent', 'another rule'],
    ['é\u{1f600}', '%C3%A9%ED%A0%BD%ED%B8%80', 'silent', 'something else'],
    ['\u{1f600}', '?', 'silent', 'no attribute was to hold'],
  ])('%j as %j: %s', asked(ENC_UTF8));

  test.each([
    ['%C3%A9', 'kept'],
    ['%E9', 'broken'],
    ['%C3', 'broken'],
    ['\xc3\xa9', 'silent'],
    ['%ED%A0%BD%ED%B8%80', 'silent'],
    ['%F0%9F%98%80', 'silent'],
    ['/caf%E9', 'silent'],
  ] as const)('captured: %j: %s', (raw, kind) => captured(ENC_UTF8)(raw, kind));
});

describe('a character beyond U+FFFF', () => {
  test.each<Row>([
    ['\u{1f600}', '%F0%9F%98%80', 'kept'],
    ['\u{1f600}', '%ED%A0%BD%ED%B8%80', 'broken', 'is not written as the four bytes of its UTF-8'],
    ['\u{1f600}', '%uD83D%uDE00', 'broken', 'four bytes'],
    ['\u{1f600}', '??', 'broken', 'four bytes'],
    ['a\u{1f600}', 'a%EF%98%80', 'broken', 'four bytes'],
    ['\u{1f600}', '\xf0\x9f\x98\x80', 'silent', 'another rule'],
    ['é', '%C3%A9', 'silent', 'no attribute was to hold'],
  ])('%j as %j: %s', asked(ENC_ASTRAL));

  test.each([
    ['%F0%9F%98%80', 'kept'],
    ['%ED%A0%BD%ED%B8%80', 'broken'],
    ['%E9', 'silent'],
    ['%C3%A9', 'silent'],
  ] as const)('captured: %j: %s', (raw, kind) => captured(ENC_ASTRAL)(raw, kind));
});
