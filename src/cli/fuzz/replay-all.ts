// Findings tried again on one target: opened once, and asked about each as often as it took when it was found.
import { randomBytes } from 'node:crypto';
import { ConformError, EXIT } from '../../engine/error.js';
import { checkHealth } from '../../engine/health.js';
import { askWhetherAlive } from '../../fuzz/ask-whether-alive.js';
import { type Examiner, examine } from '../../fuzz/examine.js';
import { createTokens } from '../../fuzz/issued-tokens.js';
import { obligationsOf } from '../../fuzz/obligations.js';
import { tryAgain } from '../../fuzz/try-again.js';
import type { Io } from '../io.js';
import type { RunSettings } from '../options.js';
import type { Progress } from '../progress.js';
import { around } from './around.js';
import { notAskable } from './askable.js';
import type { ReadFinding } from './finding-file.js';
import { FUZZ_DEFAULTS } from './fuzz-settings.js';
import { type Driven, openDriven } from './open-driven.js';
import { savedOf } from './saved-of.js';

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
      const quiet = { ...hooks, onNote: () => undefined };
      const driven = await openDriven(surrounded, { seed, timeoutMs, signal: io.signal, env }, quiet);
      const replay = createReplay(driven);
      try {
        for (const finding of findings) {
          replayed.push(await replay(finding));
          progress.show(done + replayed.length, total);
        }
      } finally {
        await driven.close();
      }
    });
  } catch (error) {
    if (!(error instanceof ConformError) || error.diagnostic.exit !== EXIT.inconclusive) throw error;
    const { message } = error.diagnostic;
    return findings.map((finding) => unreachable(finding, message));
  }
  return replayed;
}

function createReplay(driven: Driven): (finding: ReadFinding) => Promise<Replayed> {
  const { drive, suite, claims } = driven;
  const tokens = createTokens();
  const own = obligationsOf(suite, claims, drive.observation);
  let attempts = 0;
  return async (finding) => {
    if (drive.signal.aborted) return unreachable(finding, 'it was interrupted');
    const reason = notAskable(finding, driven);
    if (reason !== undefined) return unreachable(finding, reason);
    // What the finding before did to the target is no symptom of this one.
    const gone = await checkHealth(drive);
    if (gone !== undefined) return unreachable(finding, gone.message);
    // Who was obliged to refuse it when it was found is asked for that again.
    const { class: kind, requirement } = finding.file.finding;
    const isDue = (id: string): boolean => own.isDue(id) || (kind === 'let-through' && id === requirement);
    const examiner: Examiner = { drive, obligations: { ...own, isDue }, tokens, isAlive: () => askWhetherAlive(drive) };
    const again = await tryAgain(
      savedOf(finding),
      (trial) => examine(trial, `replay ${attempts++}`, examiner),
      drive.signal,
    );
    switch (again.kind) {
      case 'fixed':
        return { finding, outcome: 'fixed' };
      case 'failing':
        return { finding, outcome: 'failing', again: { hits: again.hits, of: again.of } };
      case 'unknown':
        return unreachable(finding, again.reason);
    }
  };
}

const unreachable = (finding: ReadFinding, message: string): Replayed => ({ finding, outcome: 'unreachable', message });
