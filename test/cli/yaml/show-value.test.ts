import { expect, test } from 'vitest';
import { kindOf, showValue } from '../../../src/cli/yaml/show-value.js';

test.each([
  ['', 'empty'],
  ['text', '"text"'],
  ['a\nb\u001b', '"a\\nb\\u001b"'],
  ['x'.repeat(61), `"${'x'.repeat(60)}…"`],
  [1.5, '1.5'],
  [true, 'true'],
  [null, 'nothing'],
  [[], 'an empty list'],
  [[1], 'a list'],
  [{}, 'a mapping'],
])('%j is shown as %s', (value, shown) => {
  expect(showValue(value)).toBe(shown);
});

test.each([
  ['secret', 'text'],
  [1, 'a number'],
  [true, 'a boolean'],
])('the kind of %j is %s', (value, kind) => {
  expect(kindOf(value)).toBe(kind);
});
