// The one run behind all tests of a group: whichever of them is asked for, the target is driven once, and in full.
import { conform } from '../cli/conform.js';
import { DEFAULTS, type RunFlags, type RunSettings } from '../cli/options.js';
import { rerunFlags, rerunTail, rerunTarget } from '../cli/rerun-flags.js';
import { usageError } from '../engine/error.js';
import type { Rerun } from '../report/text/rerun.js';
import type { CaseReport, Report } from '../report/types.js';
import { asked } from './asked.js';
import type { ConformanceOptions } from './options.js';

export interface Judged {
  readonly report: Report;
  /** By their ids. */
  readonly cases: ReadonlyMap<string, CaseReport>;
  /** How the command line runs one of them again. */
  readonly again: Rerun;
}

/** Time beside that of the run: a container or a compiler may have to start, in milliseconds. */
const AROUND_MS = 180_000;

/** The longest that a run takes, in milliseconds. */
export const longestOf = ({ maxTime }: ConformanceOptions): number => (maxTime ?? DEFAULTS.maxTimeS) * 1000 + AROUND_MS;

/** Drives the target. Rejects as `run` of the library does. */
export async function judgeOnce(options: ConformanceOptions): Promise<Judged> {
  const settings = await settingsOf(options);
  const report = await conform(settings);
  await options.onReport?.(report);
  return { report, cases: new Map(report.cases.map((item) => [item.id, item])), again: againOf(settings) };
}

function againOf({ adapter, apply, program, ...settings }: RunSettings): Rerun {
  const flags: RunFlags = { ...settings, adapter: adapter !== undefined, apply: apply !== undefined };
  return {
    target: rerunTarget(flags),
    flags: rerunFlags(flags),
    tail: rerunTail(adapter ?? apply ?? program ?? [], flags),
  };
}

async function settingsOf(options: ConformanceOptions): Promise<RunSettings> {
  const { target, binding: _, name: __, allowInconclusive: ___, onReport: ____, ...settings } = options;
  if (target === undefined) return settings;
  const told = { ...settings, target: typeof target === 'string' ? target : String(await target()) };
  assertForeseen(options, told.target);
  return told;
}

// Tests were made for one binding: of another none of its cases would be told.
function assertForeseen(options: ConformanceOptions, target: string): void {
  const [foreseen, own] = [asked(options).bindings, asked({ ...options, target }).bindings];
  if (own.every((one) => foreseen.includes(one))) return;
  throw usageError(
    'vitest.binding',
    `failed to start: the tests are about ${foreseen.join(' and ')}, and the target is reached over ${own.join(' and ')}`,
    `say so beside the function: binding: '${own[0]}'`,
  );
}
