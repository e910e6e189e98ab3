import { describe, test } from 'vitest';
import { ENC_EXAMPLE } from '../../../../../suites/emission/rules/http/example.js';
import { ask, binary, capture, event, expectSaid } from '../../examples.js';

describe('the worked example', () => {
  const told = event({ subject: 'Euro \u20ac \u{1f600}' });

  test.each([
    ['Euro%20%E2%82%AC%20%F0%9F%98%80', 'kept'],
    ['Euro%20%e2%82%ac%20%f0%9f%98%80', 'kept'],
    ['%45uro%20%E2%82%AC%20%F0%9F%98%80', 'kept'],
    ['Euro+%E2%82%AC+%F0%9F%98%80', 'broken'],
    ['Euro \xe2\x82\xac \xf0\x9f\x98\x80', 'broken'],
    ['Euro %E2%82%AC %F0%9F%98%80', 'broken'],
    ['"Euro%20%E2%82%AC%20%F0%9F%98%80"', 'broken'],
    [undefined, 'silent'],
  ] as const)('as %j: %s', (raw, kind) => {
    expectSaid(ask(ENC_EXAMPLE, binary({ 'ce-subject': raw }), told), kind);
  });

  test('is asked of no other value', () => {
    expectSaid(ask(ENC_EXAMPLE, binary({ 'ce-subject': 'x y' }), event({ subject: 'x y' })), 'silent');
  });

  test('shows in a captured message that happens to have it', () => {
    expectSaid(capture(ENC_EXAMPLE, binary({ 'ce-subject': 'Euro%20%E2%82%AC%20%F0%9F%98%80' })), 'kept');
    expectSaid(capture(ENC_EXAMPLE, binary({ 'ce-subject': 'a%20b' })), 'silent');
  });
});
