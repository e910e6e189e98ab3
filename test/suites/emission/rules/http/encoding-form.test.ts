import { describe, test } from 'vitest';
import { ENC_SINGLE, ENC_UPPER } from '../../../../../suites/emission/rules/http/encoding-form.js';
import { ask, binary, capture, event, expectSaid } from '../../examples.js';

type Kind = 'kept' | 'broken' | 'silent';

const asked = (rule: typeof ENC_UPPER) => (value: string, raw: string | undefined, kind: Kind, words?: string) =>
  expectSaid(ask(rule, binary({ 'ce-subject': raw }), event({ subject: value })), kind, words);
const captured = (rule: typeof ENC_UPPER) => (raw: string, kind: Kind, words?: string) =>
  expectSaid(capture(rule, binary({ 'ce-subject': raw })), kind, words);

describe('upper-case letters', () => {
  test.each([
    ['é', '%C3%A9', 'kept', ''],
    ['é', '%c3%a9', 'broken', 'the escape %c3 in ce-subject'],
    ['é', '%C3%a9', 'broken', 'the escape %a9'],
    ['%c3é', '%25c3%C3%A9', 'kept', ''],
    ['a b', 'a%20b', 'silent', 'no escape'],
    ['%c3', '%c3', 'silent', 'no escape'],
    ['é', 'x', 'silent', 'no escape'],
  ] as const)('of %j as %j: %s', asked(ENC_UPPER));

  test.each([
    ['%C3%A9', 'kept'],
    ['%c3%a9', 'broken'],
    ['%20', 'silent'],
    ['/caf%c3%a9', 'silent'],
  ] as const)('captured: %j: %s', captured(ENC_UPPER));
});

describe('nothing on top', () => {
  const plain = binary({ 'ce-specversion': undefined, 'ce-id': 'one', 'ce-source': '/s', 'ce-type': 't' });

  test.each([
    ['a b', 'a%20b', 'kept', ''],
    ['plain', '"plain"', 'broken', 'the value of ce-subject is in quotes'],
    ['a b', '"a%20b"', 'broken', 'in quotes'],
    ['a b', '"a b"', 'broken', 'in quotes'],
    ['a b', 'a%2520b', 'broken', 'percent-encoded twice'],
    ['é', '=?utf-8?q?=C3=A9?=', 'broken', 'encoded as in mail'],
    ['%20', '%2520', 'kept', ''],
    ['"a"', '"a"', 'kept', ''],
  ] as const)('of %j as %j: %s', asked(ENC_SINGLE));

  test('is silent about what is wrong in another way', () => {
    const told = { attributes: new Map([['subject', 'a b']]) };
    for (const raw of ['a b', 'a+b', undefined, ['a', 'b']]) {
      expectSaid(ask(ENC_SINGLE, binary({ 'ce-subject': raw }), told), 'silent', 'another rule');
    }
    expectSaid(ask(ENC_SINGLE, plain, { attributes: new Map() }), 'silent', 'no attribute came out');
  });

  test.each([
    ['a%20b', 'kept', ''],
    ['"plain"', 'broken', 'in quotes'],
    ['=?UTF-8?B?w6k=?=', 'broken', 'encoded as in mail'],
    ['a%2520b', 'silent', 'does not show'],
    ['plain', 'silent', 'does not show'],
    ['"', 'silent', 'does not show'],
  ] as const)('captured: %j: %s', captured(ENC_SINGLE));
});
