// The loop: many trials at a time, each suspect alone, until the messages, the time or the patience of the user is used up.

import { setMaxListeners } from 'node:events';
import type { Drive } from '../engine/drive.js';
import { PLAIN } from '../generate/writing/types.js';
import { isRobustness } from '../report/fuzz/types.js';
import type { Aim } from './aims.js';
import { askWhetherAlive } from './ask-whether-alive.js';
import { draw, seedNumber } from './draw.js';
import { type Examined, examine } from './examine.js';
import { fateOf } from './fate.js';
import { createFindings, type Found } from './found.js';
import { createGate } from './gate.js';
import { type Investigation, investigate } from './investigate.js';
import { createTokens } from './issued-tokens.js';
import { createLag } from './lag.js';
import { createPace } from './pace.js';
import { createSchedule, type Shard } from './schedule.js';
import type { Obligations } from './shot.js';
import type { Drawn } from './shrink.js';
import type { Symptom } from './symptom.js';
import { createTotals, type Totals } from './totals.js';
import type { Trial } from './trial.js';
import { type Saved, tryAgain } from './try-again.js';

export interface FuzzOptions {
  readonly drive: Drive;
  readonly obligations: Obligations;
  /** At least one. */
  readonly aims: readonly Aim[];
  readonly seed: string;
  /** Of how many parts of the seed this is which one, from 0. */
  readonly shard?: Shard;
  readonly concurrency: number;
  /** Messages after which it ends. */
  readonly runs?: number;
  /** Messages a second, at most. */
  readonly ratePerS?: number;
  /** Findings of earlier runs, which are tried first. */
  readonly saved?: readonly Saved[];
  /** Whether what was found out is a defect: what the text leaves free is none. Default: all is. */
  readonly isFinding?: (investigation: Investigation) => boolean;
  readonly onFinding?: (found: Found) => void;
  readonly onProgress?: (progress: FuzzProgress) => void;
  /** Monotonic, in milliseconds. */
  readonly now?: () => number;
}

export interface FuzzProgress {
  readonly messages: number;
  readonly perSecond: number;
  readonly cells: { readonly reached: number; readonly total: number };
  readonly findings: number;
  /** A suspect is looked at, and all else waits. */
  readonly isShrinking: boolean;
}

export interface Fuzzed {
  readonly totals: Totals;
  readonly findings: readonly Found[];
  /** Saved findings that no longer fail. */
  readonly fixed: readonly string[];
  readonly more: number;
  readonly durationMs: number;
  readonly stopped?: string;
}

/** Fuzzes a target. Ends at its limits, when the signal of the drive aborts, or when the target is gone for good; never throws for what a target does. */
export async function fuzz(options: FuzzOptions): Promise<Fuzzed> {
  const {
    drive,
    obligations,
    aims,
    concurrency,
    runs = Number.POSITIVE_INFINITY,
    now = () => performance.now(),
  } = options;
  const { signal } = drive;
  // Each exchange under way listens for the end of the run; many at a time are no leak.
  setMaxListeners(0, signal);
  const shard = options.shard ?? { index: 0, of: 1 };
  const [seed, started] = [seedNumber(options.seed), now()];
  const [gate, tokens, findings, totals] = [createGate(), createTokens(), createFindings(), createTotals(aims)];
  const lag = createLag(now);
  const pace = createPace(options.ratePerS, now, signal);
  const schedule = createSchedule(aims, seed, shard);
  let [trials, attempts, stopped, investigating] = [0, 0, undefined as string | undefined, 0];

  const isOver = (): boolean => stopped !== undefined || signal.aborted || totals.messages >= runs;
  const tell = (): void =>
    options.onProgress?.({
      messages: totals.messages,
      perSecond: totals.messages / Math.max(0.001, (now() - started) / 1000),
      cells: totals.cells(),
      findings: findings.all().length,
      isShrinking: investigating > 0,
    });
  const examiner = { drive, obligations, tokens, isAlive: () => askWhetherAlive(drive) };
  const behind = async (examined: Examined): Promise<Examined> => {
    const fate = await fateOf(examined, { ...examiner, now });
    if (fate.away !== undefined) stopped = `the target is gone, and did not come back: ${fate.away.message}`;
    return fate.examined;
  };
  const attempt = async (trial: Trial): Promise<Examined> =>
    behind(await examine(trial, `again ${attempts++}`, { ...examiner, onAnswer: totals.triedAgain }));

  const suspect = (drawn: Drawn, met: Examined, aim: string, index: number): Promise<void> =>
    gate.alone(async () => {
      if (isOver()) return;
      const { symptoms, evidence } = await behind(met);
      // What is known already hides nothing that is not.
      const treated = symptoms.map((symptom) => ({ symptom, treatment: findings.treat(symptom) }));
      const news = treated.find(({ treatment }) => treatment !== 'counted');
      if (news === undefined || news.treatment === 'counted') return;
      const { symptom, treatment } = news;
      // Held up itself, the harness cannot tell whether the answer was there in time.
      if (symptom.class === 'hang' && lag.worstSince(now() - drive.timeoutMs) > drive.timeoutMs / BUSY) return;
      investigating += 1;
      tell();
      const path = { seed: options.seed, index, aim };
      const start = startOf(drawn, symptom);
      const where = { trial: drawn.trial, symptom, path, after: totals.messages };
      try {
        const investigation =
          stopped === undefined
            ? await investigate(start, symptom, evidence, {
                attempt,
                effort: treatment,
                isSteady: findings.isSteady(),
                isEnded: () => signal.aborted,
                now,
              })
            : ({ kind: 'flaky', trial: drawn.trial, symptom, again: { hits: 0, of: 0 }, evidence } as const);
        if (investigation === undefined) return;
        const isFinding = options.isFinding?.(investigation) ?? true;
        const found = isFinding ? findings.add(where, investigation) : findings.leave(where);
        // What comes by chance may be explained later by what does not.
        if (found !== undefined && found.kind !== 'flaky') options.onFinding?.(found);
      } finally {
        investigating -= 1;
      }
    });

  const work = async (): Promise<void> => {
    while (!isOver()) {
      await pace.wait();
      const index = trials++ * shard.of + shard.index;
      const aim = schedule.next(index);
      const { trial } = draw(aim.arbitrary, seed, index);
      const examined = await gate.among(() =>
        examine(trial, String(index), { ...examiner, onAnswer: (observed) => totals.answered(observed, aim) }),
      );
      pace.spend(examined.evidence.length);
      totals.tried(trial);
      tell();
      // Drawn once more: what shrinking needs to know of a draw is far larger than the trial, and nearly always for nothing.
      if (examined.symptoms.length > 0) await suspect(draw(aim.arbitrary, seed, index), examined, aim.name, index);
    }
  };

  const fixed = await savedFirst(options.saved ?? [], attempt, signal, async (saved, examined) => {
    await suspect({ trial: saved.trial }, examined, `saved ${saved.id}`, 0);
  });
  await Promise.all(Array.from({ length: concurrency }, work));
  lag.stop();
  for (const found of findings.all()) if (found.kind === 'flaky') options.onFinding?.(found);
  const why =
    stopped ??
    (signal.aborted ? String(signal.reason instanceof Error ? signal.reason.message : signal.reason) : undefined);
  return {
    totals,
    findings: findings.all(),
    fixed,
    more: findings.more(),
    durationMs: now() - started,
    ...(why === undefined ? {} : { stopped: why }),
  };
}

/** What is wrong with the valid event of a violation is wrong with it alone. */
function startOf(drawn: Drawn, { class: kind }: Symptom): Drawn {
  const { trial } = drawn;
  if (trial.kind !== 'violation' || kind === 'let-through' || isRobustness(kind)) return drawn;
  const { event, form } = trial.violation;
  return { trial: { kind: 'events', events: [event], writings: [{ form, spelling: PLAIN }] } };
}

/** The share of a deadline that the harness may have been held up for. */
const BUSY = 10;

async function savedFirst(
  saved: readonly Saved[],
  attempt: (trial: Trial) => Promise<Examined>,
  signal: AbortSignal,
  onStill: (saved: Saved, examined: Examined) => Promise<void>,
): Promise<readonly string[]> {
  const fixed: string[] = [];
  for (const one of saved) {
    if (signal.aborted) break;
    const again = await tryAgain(one, attempt, signal);
    if (again.kind === 'fixed') fixed.push(one.id);
    if (again.kind === 'failing') await onStill(one, again.examined);
  }
  return fixed;
}
