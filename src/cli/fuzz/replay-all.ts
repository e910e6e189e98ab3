// Findings tried again on one target: opened once, and asked about each as often as it took when it was found.
import { randomBytes } from 'node:crypto';
import { ConformError } from '../../engine/error.js';
import { exchangeCase } from '../../engine/exchange-case.js';
import { observe } from '../../engine/observe.js';
import { type Examined, examine } from '../../fuzz/examine.js';
import { createTokens } from '../../fuzz/issued-tokens.js';
import { obligationsOf } from '../../fuzz/obligations.js';
import type { Io } from '../io.js';
import type { RunSettings } from '../options.js';
import type { Progress } from '../progress.js';
import { around } from './around.js';
import type { ReadFinding } from './finding-file.js';
import { FUZZ_DEFAULTS } from './fuzz-settings.js';
import { openDriven } from './open-driven.js';

export interface Replayed {
  readonly finding: ReadFinding;
  readonly outcome: 'fixed' | 'failing' | 'unreachable';
  readonly again?: { readonly hits: number; readonly of: number };
  /** Why it could not be tried. */
  readonly message?: string;
}

export interface ReplayOptions {
  readonly io: Io;
  readonly progress: Progress;
  /** Findings before these, and all of them. */
  readonly done: number;
  readonly total: number;
}

/** Attempts at what came every time, and at what did not. */
const [TIMES, TIMES_FLAKY] = [3, 30] as const;

/** Tries each finding. A target that answers nothing makes all of them unreachable; throws for settings that cannot be used. */
export async function replayAll(
  findings: readonly ReadFinding[],
  settings: RunSettings,
  { io, progress, done, total }: ReplayOptions,
): Promise<readonly Replayed[]> {
  const replayed: Replayed[] = [];
  try {
    await around(settings, { io, progress }, async ({ settings: surrounded, env, hooks }) => {
      const seed = randomBytes(6).toString('hex');
      const timeoutMs = settings.timeout ?? FUZZ_DEFAULTS.timeoutMs;
      const driven = await openDriven(
        surrounded,
        { seed, timeoutMs, signal: io.signal, env },
        { ...hooks, onNote: () => undefined },
      );
      const { drive, suite, claims } = driven;
      const examiner = {
        drive,
        obligations: obligationsOf(suite, claims),
        tokens: createTokens(),
        isAlive: async () => observe(await exchangeCase(drive.fence, { ...drive, observation: 'status' })),
      };
      let attempts = 0;
      try {
        for (const finding of findings) {
          if (io.signal.aborted) break;
          replayed.push(await replayOne(finding, () => examine(finding.trial, `replay ${attempts++}`, examiner)));
          progress.show(done + replayed.length, total);
        }
      } finally {
        await driven.close();
      }
    });
  } catch (error) {
    if (!(error instanceof ConformError) || error.diagnostic.exit !== 3) throw error;
    const { message } = error.diagnostic;
    return findings.map((finding) => ({ finding, outcome: 'unreachable', message }));
  }
  return replayed;
}

// It may fail in another way now, which is no better: any symptom counts.
async function replayOne(finding: ReadFinding, attempt: () => Promise<Examined>): Promise<Replayed> {
  const { flaky, beside = 0 } = finding.file.finding;
  const times = flaky === true || beside > 0 ? TIMES_FLAKY : TIMES;
  let hits = 0;
  for (let of = 0; of < times; of++) {
    const all = await Promise.all(Array.from({ length: beside + 1 }, attempt));
    if (all.some(({ symptom }) => symptom !== undefined)) hits += 1;
  }
  return hits === 0 ? { finding, outcome: 'fixed' } : { finding, outcome: 'failing', again: { hits, of: times } };
}
