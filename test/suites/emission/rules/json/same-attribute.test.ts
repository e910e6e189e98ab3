import { expect, test } from 'vitest';
import { sameAttribute } from '../../../../../suites/emission/rules/json/same-attribute.js';

test.each([
  ['subject', 'a', 'a', true],
  ['subject', 'a', 'A', false],
  ['time', '2024-02-29T12:34:56Z', '2024-02-29T13:34:56+01:00', true],
  ['time', '2024-02-29T12:34:56Z', '2024-02-29T12:34:57Z', false],
  ['subject', '2024-02-29T12:34:56Z', '2024-02-29T13:34:56+01:00', false],
  ['datacontenttype', 'a/b;c=d', 'A/B; c=d', true],
  ['datacontenttype', 'a/b;c=d', 'a/b', false],
  ['dataschema', 'a/b', 'A/B', false],
])('%s: %s and %s: %s', (name, one, other, expected) => {
  expect(sameAttribute(name, one, other)).toBe(expected);
});
