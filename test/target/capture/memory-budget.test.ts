import { expect, test } from 'vitest';
import { costOfHead, createMemoryBudget } from '../../../src/target/capture/memory-budget.js';

test('a budget gives what it has, all or nothing, and takes it back', () => {
  const budget = createMemoryBudget(10);
  expect([budget.take(6), budget.take(5), budget.take(4), budget.take(1), budget.take(0)]).toEqual([
    true,
    false,
    true,
    false,
    true,
  ]);
  budget.giveBack(6);
  expect([budget.take(7), budget.take(6)]).toEqual([false, true]);
});

test('a head costs more than its characters: lines that are nearly empty cost, too', () => {
  const bare = costOfHead('/', []);
  expect(bare).toBeGreaterThan(1);
  expect(costOfHead('/', [['ce-id', 'x'.repeat(1000)]]) - bare).toBeGreaterThan(1005);
  const lines = Array.from({ length: 10_000 }, () => ['a', ''] as const);
  expect(costOfHead('/', lines)).toBeGreaterThan(10_000 * 40);
  expect(costOfHead('/'.repeat(1000), [])).toBe(bare + 999);
});
