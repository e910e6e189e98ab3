import { expect, test } from 'vitest';
import { createTally } from '../../../src/target/capture/tally.js';

test('a tally counts, and tells of each change until nobody listens', () => {
  const tally = createTally();
  const told: string[] = [];
  const unwatch = tally.watch((change) => told.push(`${change} ${tally.counted} ${tally.underWay}`));
  tally.begin();
  tally.begin();
  expect(told).toEqual([]);
  tally.count();
  tally.settle();
  tally.settle();
  expect(told).toEqual(['message 1 2', 'settled 1 1', 'settled 1 0']);
  unwatch();
  tally.count();
  expect({ counted: tally.counted, told: told.length }).toEqual({ counted: 2, told: 3 });
});

test('a listener may take itself out while it is told', () => {
  const tally = createTally();
  let [first, second] = [0, 0];
  const unwatch = tally.watch(() => {
    first += 1;
    unwatch();
  });
  tally.watch(() => {
    second += 1;
  });
  tally.count();
  tally.count();
  expect([first, second]).toEqual([1, 2]);
});
