import { expect, it } from 'vitest';
import { firstDisallowed } from '../../../src/event/string.js';
import { characterOf, LARGEST_DRAW } from '../../../src/generate/any/characters.js';

/** Draws from all over the range, and all of the first. */
const draws = [
  ...Array(1000).keys(),
  ...Array.from({ length: 20_000 }, (_, at) => LARGEST_DRAW - at * 797),
  LARGEST_DRAW,
];

it('is allowed in a String, whatever the draw', () => {
  expect(draws.map(characterOf).filter((text) => text === '' || firstDisallowed(text) !== undefined)).toEqual([]);
});

it('is the letter a for the smallest draw', () => {
  expect(characterOf(0)).toBe('a');
});

it('is of every length in UTF-8, and of nearly every plane', () => {
  const points = draws.map((draw) => characterOf(draw).codePointAt(0) ?? 0);
  expect(new Set(points.map((point) => Buffer.byteLength(String.fromCodePoint(point))))).toEqual(new Set([1, 2, 3, 4]));
  expect(new Set(points.map((point) => point >>> 16)).size).toBe(17);
});
