import { describe, expect, test } from 'vitest';
import { parseAge, parseDuration } from '../../src/cli/parse-duration.js';
import { diagnosticOf } from './helpers/diagnostic.js';

test.each([
  ['1ms', 1],
  ['500ms', 500],
  ['30s', 30_000],
  ['030s', 30_000],
  ['5m', 300_000],
  ['24h', 86_400_000],
  ['1d', 86_400_000],
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
    ['1w', FORM],
    ['1m30s', FORM],
    ['1s\n', FORM],
    ['9999999999s', FORM],
    ['0s', RANGE],
    ['25h', RANGE],
    ['2d', RANGE],
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

describe('an age', () => {
  test.each([
    ['12h', 43_200_000],
    ['90d', 7_776_000_000],
    ['36500d', 3_153_600_000_000],
  ])('%s', (text, ms) => {
    expect(parseAge(text, '--max-age')).toBe(ms);
  });

  test.each([
    ['90', 'there is no unit'],
    ['0d', 'a duration is longer than nothing, and at most 36500d'],
    ['36501d', 'a duration is longer than nothing, and at most 36500d'],
  ])('%s is none', async (text, why) => {
    expect(await diagnosticOf(() => parseAge(text, '--max-age'))).toEqual({
      code: 'duration.syntax',
      message: `failed to read --max-age: saw ${JSON.stringify(text)}, and ${why}`,
      hint: 'for example --max-age 12h, --max-age 90d or --max-age 365d',
      exit: 2,
    });
  });
});
