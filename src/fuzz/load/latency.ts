// Latencies of millions of events in a histogram of a fixed size.
import { createHistogram } from 'node:perf_hooks';

/** Milliseconds, to three digits. */
export interface LatencySummary {
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
}

export interface Latency {
  record(ms: number): void;
  /** Undefined while there is nothing. */
  summary(): LatencySummary | undefined;
}

/** An hour in microseconds; what takes longer counts as this. */
const HIGHEST = 3_600_000_000;

export function createLatency(): Latency {
  const histogram = createHistogram({ lowest: 1, highest: HIGHEST, figures: 3 });
  const at = (percentile: number): number => histogram.percentile(percentile) / 1000;
  return {
    record(ms) {
      histogram.record(Math.min(HIGHEST, Math.max(1, Math.round(ms * 1000))));
    },
    summary() {
      if (histogram.count === 0) return undefined;
      return { p50: at(50), p90: at(90), p99: at(99), p999: at(99.9), max: histogram.max / 1000 };
    },
  };
}
