import { expect, test } from 'vitest';
import { CARRIERS } from '../../../src/engine/carriers.js';
import { CLAIM_WORDS, isClaimWord } from '../../../src/target/adapter/claim-words.js';

test('both directions of every carrier have a word', () => {
  const words = CARRIERS.flatMap((carrier) => [`decode:${carrier}`, `encode:${carrier}`]);
  expect(words.filter((word) => !isClaimWord(word))).toEqual([]);
  const evaluate = ['cesql', 'complete', 'fail-fast', 'functions', 'operator'].map((word) => `evaluate:${word}`);
  const others = ['encode:kafka-key', 'encode:kafka-mapper', 'encode:valid-only', ...evaluate, 'validate'];
  expect(CLAIM_WORDS.filter((word) => !words.includes(word)).toSorted()).toEqual(others);
});

test.each(['', 'decode', 'http-binary', 'decode:http-Binary', 'constructor', 'validate '])('%j is none', (word) => {
  expect(isClaimWord(word)).toBe(false);
});
