import { expect, it } from 'vitest';
import { hasControl, isToken, trimOws } from '../../src/target/header-text.js';

it.each([
  ['', ''],
  [' \t ', ''],
  ['a', 'a'],
  ['\t a b \t', 'a b'],
  ['\u00a0a\u00a0', '\u00a0a\u00a0'],
  ['\na\r', '\na\r'],
])('trimOws(%j) is %j', (text, expected) => {
  expect(trimOws(text)).toBe(expected);
});

it.each([
  ['ce-id', true],
  ["!#$%&'*+-.^_`|~", true],
  ['', false],
  ['a b', false],
  ['a:', false],
  ['\xe9', false],
  ['a\n', false],
])('isToken(%j) is %s', (text, expected) => {
  expect(isToken(text)).toBe(expected);
});

it('hasControl finds every control character but the tab', () => {
  const found = Array.from({ length: 256 }, (_, code) => code).filter((code) =>
    hasControl(`a${String.fromCharCode(code)}`),
  );
  expect(found).toEqual([...Array.from({ length: 32 }, (_, code) => code).filter((code) => code !== 9), 127]);
});
