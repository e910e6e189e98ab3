import { expect, test } from 'vitest';
import { shownMember } from '../../../../../suites/emission/rules/json/shown-member.js';

test('a member is shown as its value, as far as it fits', () => {
  expect(shownMember(undefined)).toBeNull();
  expect(shownMember({ name: 'a', text: '1', value: 1 })).toBe(1);
  const long = 'x'.repeat(500);
  expect(shownMember({ name: 'a', text: `"${long}"`, value: long })).toBe(`"${'x'.repeat(399)}…`);
});
