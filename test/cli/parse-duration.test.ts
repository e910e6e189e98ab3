import { describe, expect, test } from 'vitest';
import { parseDuration } from '../../src/cli/parse-duration.js';
import { diagnosticOf } from './helpers/diagnostic.js';

test.each([
  ['1ms', 1],
  ['500ms', 500],
  ['30s', 30_000],
  ['030s', 30_000],
  ['5m', 300_000],
  ['24h', 86_400_000],
])('%s', (text, ms) => {
  expect(parseDuration(text, '--for')).toBe(ms);
});

describe('what is none', () => {
  const FORM = 'a duration is a whole number and its unit';
  const RANGE = 'a duration is longer than nothing, and at most 24h';
  test.each([
    ['30', 'there is no unit'],
    ['', FORM],
    ['s', FORM],
    ['1.5s', FORM],
    ['-1s', FORM],
    ['1 s', FORM],
    ['1S', FORM],
    ['1d', FORM],
    ['1m30s', FORM],
    ['1s\n', FORM],
    ['9999999999s', FORM],
    ['0s', RANGE],
    ['25h', RANGE],
    ['999999999h', RANGE],
  ])('%j', async (text, why) => {
    expect(await diagnosticOf(() => parseDuration(text, '--for'))).toEqual({
      code: 'duration.syntax',
      message: `failed to read --for: saw ${JSON.stringify(text)}, and ${why}`,
      hint: 'for example --for 500ms, --for 30s or --for 5m',
      exit: 2,
    });
  });
});
