import { expect, test } from 'vitest';
import { createLatency } from '../../../src/fuzz/load/latency.js';

test('without anything there is nothing to tell', () => {
  expect(createLatency().summary()).toBeUndefined();
});

test('percentiles are in milliseconds', () => {
  const latency = createLatency();
  for (let ms = 1; ms <= 1000; ms++) latency.record(ms);
  const { p50, p90, p99, p999, max } = latency.summary() ?? {};
  // Exact to three digits.
  expect([p50, p90, p99, p999, max].map((ms) => Math.round(Number(ms) / 2) * 2)).toEqual([500, 900, 990, 1000, 1000]);
});

test.each([
  ['nothing at all', 0, 0.001],
  ['less than nothing, after a planned time that lies ahead', -3, 0.001],
  ['less than a microsecond', 0.0002, 0.001],
])('%s counts as a microsecond', (_, ms, max) => {
  const latency = createLatency();
  latency.record(ms);
  expect(latency.summary()?.max).toBe(max);
});

test('more than an hour counts as an hour', () => {
  const latency = createLatency();
  latency.record(10_000_000);
  expect(latency.summary()?.p50).toBeGreaterThan(3_590_000);
  expect(latency.summary()?.p50).toBeLessThan(3_610_000);
});
