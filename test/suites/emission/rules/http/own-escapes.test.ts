import { describe, expect, test } from 'vitest';
import {
  holdsOwnEscapes,
  mayHoldOwnEscapes,
  surelyDecoded,
} from '../../../../../suites/emission/rules/http/own-escapes.js';

describe('escapes in a captured header', () => {
  test.each([
    ['source', 'x', true],
    ['dataschema', 'x', true],
    ['subject', 'a/b', true],
    ['subject', 'a:b', true],
    ['subject', 'a%20b', false],
  ])('%s: %s may hold escapes of its own: %s', (name, raw, expected) => {
    expect(mayHoldOwnEscapes({ name, raw })).toBe(expected);
  });

  test.each([
    ['subject', 'a%20b', 'a b'],
    ['subject', '%C3%A9', 'é'],
    ['subject', '%E9', undefined],
    ['subject', 'plain', undefined],
    ['subject', '/a%20b', undefined],
    ['source', 'a%20b', undefined],
  ])('%s: %s is surely %s', (name, raw, expected) => {
    expect(surelyDecoded({ name, raw })).toBe(expected);
  });

  test.each([
    ['source', '/a%20b', true],
    ['source', '/a%C3%A9', true],
    ['source', '/caf%E9', true],
    ['dataschema', 'https://h.test/a%22', true],
    ['source', '/a%2520b', false],
    ['source', '/a%2Fb', false],
    ['source', '/a', false],
    ['source', '/a b%20', false],
    ['subject', '/a%20b', false],
  ])('%s: %s holds escapes of its own: %s', (name, raw, expected) => {
    expect(holdsOwnEscapes({ name, raw })).toBe(expected);
  });
});
