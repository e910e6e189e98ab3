import { expect, test } from 'vitest';
import { headerLines } from '../../src/target/incoming-message.js';

test('header lines keep their case, their order and their repeats', () => {
  expect(headerLines({ rawHeaders: ['A', '1', 'b', '', 'a', '\xe9'] })).toEqual([
    ['A', '1'],
    ['b', ''],
    ['a', '\xe9'],
  ]);
  expect(headerLines({ rawHeaders: [] })).toEqual([]);
});
