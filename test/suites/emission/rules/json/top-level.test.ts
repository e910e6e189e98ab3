import { describe, test } from 'vitest';
import { ENV_TOP_LEVEL } from '../../../../../suites/emission/rules/json/top-level.js';
import { ask, capture, event, expectSaid, structured } from '../../examples.js';

describe('extensions', () => {
  const told = event({ ext: 'x' });

  test.each([
    ['"ext":"x"', 'kept'],
    ['"extensions":{"ext":"x"}', 'broken'],
    ['"a":{"b":[{"ext":"x"}]}', 'broken'],
    ['"data":{"ext":"x"}', 'silent'],
    ['', 'silent'],
  ] as const)('asked for: %s: %s', (members, kind) => {
    expectSaid(ask(ENV_TOP_LEVEL, structured(members), told), kind);
  });

  test('are not there where none was given', () => {
    expectSaid(ask(ENV_TOP_LEVEL, structured(), event()), 'silent', 'no extensions');
  });

  test.each([
    ['"ext":"x"', 'kept'],
    ['"Extensions":{"ext":"x"}', 'broken'],
    ['"attributes":{"ext":"x"}', 'broken'],
    ['"extensions":{}', 'silent'],
    ['"other":{"ext":"x"}', 'silent'],
    ['"ext":null', 'silent'],
    ['"data":{"extensions":{"a":1}}', 'silent'],
  ] as const)('captured: %s: %s', (members, kind) => {
    expectSaid(capture(ENV_TOP_LEVEL, structured(members)), kind);
  });
});
