import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPace } from '../../src/fuzz/pace.js';

const signal = new AbortController().signal;
const now = (): number => performance.now();

/** When each of so many trials of this many messages begins, in milliseconds of the clock. */
async function begins(ratePerS: number | undefined, trials: number, messages: number): Promise<readonly number[]> {
  const pace = createPace(ratePerS, now, signal);
  const started = now();
  const times: number[] = [];
  const all = (async () => {
    for (let trial = 0; trial < trials; trial++) {
      await pace.wait();
      times.push(Math.round(now() - started));
      pace.spend(messages);
    }
  })();
  await vi.runAllTimersAsync();
  await all;
  return times;
}

describe('createPace', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('lets one message through at a time', async () => {
    expect(await begins(10, 4, 1)).toEqual([0, 100, 200, 300]);
  });

  it('makes the next trial wait for all messages of the one before', async () => {
    expect(await begins(10, 4, 5)).toEqual([0, 500, 1000, 1500]);
  });

  it('holds nothing back without a rate', async () => {
    expect(await begins(undefined, 4, 5)).toEqual([0, 0, 0, 0]);
  });

  it('lets no two begin at once, however many wait', async () => {
    const pace = createPace(100, now, signal);
    const started = now();
    const times: number[] = [];
    const all = Array.from({ length: 5 }, () => pace.wait().then(() => times.push(Math.round(now() - started))));
    await vi.runAllTimersAsync();
    await Promise.all(all);
    expect(times).toEqual([0, 10, 20, 30, 40]);
  });

  it('does not make up for time in which nothing was sent', async () => {
    const pace = createPace(10, now, signal);
    await vi.advanceTimersByTimeAsync(10_000);
    const started = now();
    await pace.wait();
    const second = pace.wait().then(() => now() - started);
    await vi.runAllTimersAsync();
    expect(Math.round(await second)).toBe(100);
  });

  it('holds nobody back when the run ends', async () => {
    const end = new AbortController();
    const pace = createPace(0.001, now, end.signal);
    await pace.wait();
    const second = pace.wait();
    end.abort();
    await second;
    expect(vi.getTimerCount()).toBe(0);
  });
});
