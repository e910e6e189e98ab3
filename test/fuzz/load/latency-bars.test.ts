import { describe, expect, test } from 'vitest';
import { latencyBars } from '../../../src/fuzz/load/latency-bars.js';
import { createStyle } from '../../../src/report/text/style.js';

const SUMMARY = { p50: 1.25, p90: 2.5, p99: 5, p999: 7.5, max: 10 };

test('each bar is as long as its share of the greatest', () => {
  expect(latencyBars(SUMMARY, createStyle(false, 100))).toEqual([
    'p50       1.25 ms  █████',
    'p90       2.50 ms  ██████████',
    'p99       5.00 ms  ████████████████████',
    'p99.9     7.50 ms  ██████████████████████████████',
    'max       10.0 ms  ████████████████████████████████████████',
  ]);
});

test('what is very small beside the greatest is seen all the same', () => {
  const [first] = latencyBars({ ...SUMMARY, p50: 0.001 }, createStyle(false, 100));
  expect(first).toBe('p50       0.00 ms  ▏');
});

describe('on a narrow terminal', () => {
  test.each([40, 60, 80])('of %d columns no line is longer', (columns) => {
    const lines = latencyBars({ ...SUMMARY, max: 123_456 }, createStyle(false, columns));
    expect(Math.max(...lines.map((line) => 10 + [...line].length))).toBeLessThanOrEqual(columns);
  });
});
