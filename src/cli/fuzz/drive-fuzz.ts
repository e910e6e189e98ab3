// One run of the fuzzer, from settings to a report: the target is opened, fuzzed and closed again.

import type { Requirement } from '../../engine/requirement.js';
import { aimsOf } from '../../fuzz/aims.js';
import { describeFound } from '../../fuzz/describe-found.js';
import type { Found } from '../../fuzz/found.js';
import { type FuzzProgress, fuzz } from '../../fuzz/fuzz.js';
import type { Investigation } from '../../fuzz/investigate.js';
import { obligationsOf } from '../../fuzz/obligations.js';
import { ruleOf } from '../../fuzz/rule-of.js';
import type { Redact } from '../../report/evidence-message.js';
import type { FuzzReport } from '../../report/fuzz/types.js';
import type { Io } from '../io.js';
import type { RunSettings } from '../options.js';
import type { Progress } from '../progress.js';
import { type Around, around } from './around.js';
import { notAskable } from './askable.js';
import { buildFuzzReport, describedTarget } from './fuzz-report.js';
import { FUZZ_DEFAULTS, type Shard } from './fuzz-settings.js';
import { nothingToAsk } from './nothing-to-ask.js';
import { openDriven } from './open-driven.js';
import { savedOf } from './saved-of.js';
import { isOfTarget, type Saving } from './saving.js';
import { whereOf } from './where-of.js';

export interface FuzzRun {
  readonly seed: string;
  readonly shard: Shard;
  readonly runs?: number;
  readonly ratePerS?: number;
  readonly saving: Saving;
  readonly redact: Redact;
  readonly io: Io;
  readonly progress: Progress;
}

export interface FuzzResult {
  readonly report: FuzzReport;
  readonly requirements: ReadonlyMap<string, Requirement>;
}

/** Fuzzes the target of these settings. Throws a `ConformError` for settings that cannot be used, and for a target that answers nothing. */
export const fuzzReportOf = (settings: RunSettings, run: FuzzRun): Promise<FuzzResult> =>
  around(settings, run, (surrounded) => driven(surrounded, run));

async function driven({ settings, env, hooks }: Around, run: FuzzRun): Promise<FuzzResult> {
  const { seed, shard, saving, redact, io, progress } = run;
  const limit = deadline(settings, io.signal);
  const timeoutMs = settings.timeout ?? FUZZ_DEFAULTS.timeoutMs;
  const target = await openDriven(settings, { seed, timeoutMs, signal: limit.signal, env }, hooks);
  try {
    const { suite, opened, drive, abilities, claims } = target;
    const obligations = obligationsOf(suite, claims, drive.observation);
    const aims = aimsOf(abilities);
    if (aims.length === 0) throw nothingToAsk(opened.name);
    const place = { target: describedTarget(opened), where: await whereOf(opened) };
    // What this target cannot be asked, or is not obliged to, is left for another run.
    const ofTarget = saving.saved.filter((one) => {
      const { class: kind, requirement = '' } = one.file.finding;
      if (kind === 'let-through' && !obligations.isDue(requirement)) return false;
      return isOfTarget(one, place.target) && notAskable(one, target) === undefined;
    });
    const concurrency = settings.concurrency ?? FUZZ_DEFAULTS.concurrency;
    const startedAt = new Date();
    const save = (found: Found): void => {
      const described = describeFound(found, { redact, requirements: suite.requirements });
      saving.save(
        described,
        found.evidence.flatMap(({ requests }) => requests),
        place,
      );
      progress.say(`found: ${described.title}`);
    };
    const fuzzed = await fuzz({
      drive,
      obligations,
      aims,
      seed,
      shard,
      concurrency,
      ...(run.runs === undefined ? {} : { runs: run.runs }),
      ...(run.ratePerS === undefined ? {} : { ratePerS: run.ratePerS }),
      saved: ofTarget.map(savedOf),
      isFinding: (investigation) => !isFree(suite.requirements.get(ruleOf(investigation) ?? ''), investigation),
      onFinding: save,
      onProgress: (state) => progress.show(state.messages, run.runs ?? 0, words(state)),
    });
    // The time that was given is used up, which is no interruption.
    const { stopped: _, ...whole } = fuzzed;
    const isThrough = limit.isTime() && !io.signal.aborted;
    for (const id of fuzzed.fixed) saving.fixed(id);
    const report = buildFuzzReport(
      isThrough ? whole : fuzzed,
      target,
      { seed, shard, concurrency },
      { startedAt, redact },
    );
    return { report, requirements: suite.requirements };
  } finally {
    await target.close();
  }
}

/** What the text leaves open, or only allows, is no defect, unless the target claims to refuse it. */
const isFree = (requirement: Requirement | undefined, { symptom }: Investigation): boolean =>
  symptom.class !== 'let-through' && (requirement?.level === 'may' || requirement?.level === 'info');

const words = ({ perSecond, cells, findings, isShrinking }: FuzzProgress): string =>
  `${Math.round(perSecond)}/s, ${cells.reached} of ${cells.total} cells, ${findings} found${isShrinking ? ', shrinking' : ''}`;

function deadline(settings: RunSettings, interrupt: AbortSignal): { readonly signal: AbortSignal; isTime(): boolean } {
  const time = AbortSignal.timeout((settings.maxTime ?? FUZZ_DEFAULTS.maxTimeS) * 1000);
  return { signal: AbortSignal.any([interrupt, time]), isTime: () => time.aborted };
}
