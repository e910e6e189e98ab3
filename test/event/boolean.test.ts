import { expect, it } from 'vitest';
import { isBooleanString } from '../../src/event/boolean.js';

it.each(['true', 'false'])('%s is a canonical Boolean', (text) => {
  expect(isBooleanString(text)).toBe(true);
});

it.each(['TRUE', 'True', 'False', '1', '0', 'yes', '', ' true', 'true\n'])('%j is none', (text) => {
  expect(isBooleanString(text)).toBe(false);
});
