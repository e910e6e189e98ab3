import fc from 'fast-check';
import { expect, it } from 'vitest';
import { permuted } from '../../../src/generate/writing/permuted.js';

it('has the same items, each once', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.nat(), (items, seed) => {
      expect([...permuted(items, seed)].sort()).toEqual([...items].sort());
      expect(permuted(items, seed)).toEqual(permuted(items, seed));
    }),
  );
});

it('leaves items as they are for 0', () => {
  expect(permuted([3, 1, 2], 0)).toEqual([3, 1, 2]);
});

it('gives every order of three items', () => {
  const orders = Array.from({ length: 60 }, (_, seed) => permuted(['a', 'b', 'c'], seed + 1).join(''));
  expect(new Set(orders).size).toBe(6);
});
