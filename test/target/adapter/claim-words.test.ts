import { expect, test } from 'vitest';
import { CARRIERS } from '../../../src/engine/case.js';
import { CLAIM_WORDS, isClaimWord } from '../../../src/target/adapter/claim-words.js';

test('both directions of every carrier have a word', () => {
  const words = CARRIERS.flatMap((carrier) => [`decode:${carrier}`, `encode:${carrier}`]);
  expect(words.filter((word) => !isClaimWord(word))).toEqual([]);
  expect(CLAIM_WORDS).toHaveLength(words.length + 2);
});

test.each(['', 'decode', 'http-binary', 'decode:http-Binary', 'constructor', 'validate '])('%j is none', (word) => {
  expect(isClaimWord(word)).toBe(false);
});
