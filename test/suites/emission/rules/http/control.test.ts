import { describe, test } from 'vitest';
import { ENC_CONTROL } from '../../../../../suites/emission/rules/http/control.js';
import { ask, binary, capture, event, expectSaid } from '../../examples.js';

describe('a control character', () => {
  test.each([
    ['a\tb', 'a%09b', 'kept'],
    ['a\x7fb', 'a%7Fb', 'kept'],
    ['a\x85b', 'a%C2%85b', 'kept'],
    ['a\tb', 'a\tb', 'broken'],
    ['a\x7fb', 'a\x7fb', 'broken'],
    ['a\tb', 'ab', 'silent'],
    ['a\tb', 'a%20b', 'silent'],
    ['a\x85b', 'a\xc2\x85b', 'silent'],
    ['a\tb', undefined, 'silent'],
    ['ab', 'ab', 'silent'],
  ] as const)('of %j as %j: %s', (subject, raw, kind) => {
    expectSaid(ask(ENC_CONTROL, binary({ 'ce-subject': raw }), event({ subject })), kind);
  });

  test.each([
    ['a\x7fb', 'broken'],
    ['a%7Fb', 'kept'],
    ['a%C2%85b', 'kept'],
    ['a%20b', 'silent'],
  ] as const)('captured: %j: %s', (raw, kind) => {
    expectSaid(capture(ENC_CONTROL, binary({ 'ce-subject': raw })), kind);
  });
});
