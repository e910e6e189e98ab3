import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf, sliceOf } from '../../../src/cesql/functions/characters.js';

const texts = fc.string({ unit: fc.constantFrom('a', 'é', '🙂', '\ud83d', '\ude42'), maxLength: 12 });

describe('characters', () => {
  it('are code points', () => {
    fc.assert(fc.property(texts, (text) => lengthOf(text) === [...text].length));
  });

  it('are cut whole', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, one, other) => {
        const characters = [...text];
        const [from = 0, to = 0] = [one, other].map((at) => at % (characters.length + 1)).toSorted((x, y) => x - y);
        expect(sliceOf(text, from, to)).toBe(characters.slice(from, to).join(''));
      }),
    );
  });
});
