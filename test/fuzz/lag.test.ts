import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLag } from '../../src/fuzz/lag.js';

describe('createLag', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A clock that a test can put forward without any timer being due in between, as where the process stands still. */
  function clock() {
    let ahead = 0;
    return { now: () => performance.now() + ahead, standStill: (ms: number) => (ahead += ms) };
  }

  it('is none where every look comes in time', () => {
    const { now } = clock();
    const [started, lag] = [now(), createLag(now)];
    vi.advanceTimersByTime(2000);
    expect(lag.worstSince(started)).toBe(0);
    lag.stop();
  });

  it('is as long as the process stood still, for as long as that is asked about', () => {
    const { now, standStill } = clock();
    const [started, lag] = [now(), createLag(now)];
    vi.advanceTimersByTime(500);
    standStill(700);
    vi.advanceTimersByTime(50);
    expect(Math.round(lag.worstSince(started))).toBe(700);
    const later = now() + 1;
    vi.advanceTimersByTime(500);
    expect(Math.round(lag.worstSince(started))).toBe(700);
    expect(lag.worstSince(later)).toBe(0);
    lag.stop();
  });

  it('is seen before the next look', () => {
    const { now, standStill } = clock();
    const lag = createLag(now);
    vi.advanceTimersByTime(500);
    standStill(300);
    expect(lag.worstSince(now())).toBeGreaterThanOrEqual(250);
    lag.stop();
  });

  it('leaves no timer behind', () => {
    createLag(clock().now).stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
