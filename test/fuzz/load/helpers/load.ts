// Loads with the patience of a test, and whole results of them.
import type { Drive } from '../../../../src/engine/drive.js';
import { runLoad } from '../../../../src/fuzz/load/run-load.js';
import type { LoadOptions, LoadResult } from '../../../../src/fuzz/load/types.js';
import { manualClock } from './clock.js';

type LoadDrive = LoadOptions['drive'];

/** A load of 100 events in a second of a clock that nobody waits for. */
export const load = (
  drive: Partial<Drive> & Pick<LoadDrive, 'target'>,
  more: Partial<Omit<LoadOptions, 'drive'>> = {},
): Promise<LoadResult> =>
  runLoad({
    drive: { observation: 'reply', seed: 'test', timeoutMs: 20_000, signal: new AbortController().signal, ...drive },
    carriers: ['http-binary', 'http-structured'],
    ratePerS: 100,
    durationMs: 1000,
    clock: manualClock(),
    ...more,
  });

/** The result of a load in which all went well. */
export const resultOf = (more: Partial<LoadResult> = {}): LoadResult => ({
  ratePerS: { wanted: 500, achieved: 500 },
  durationMs: 30_000,
  planned: 15_000,
  sent: 15_000,
  unsent: 0,
  late: 0,
  inFlight: { most: 12, limit: 4096, heldBack: false },
  busy: 0.2,
  accepted: 15_000,
  refused: 0,
  undecided: 0,
  unanswered: {},
  unfinished: 0,
  lost: 0,
  overdue: 0,
  unseen: 0,
  duplicated: 0,
  altered: { count: 0 },
  examples: {},
  latencyMs: { p50: 1.25, p90: 2.5, p99: 5, p999: 7.5, max: 10 },
  ...more,
});
