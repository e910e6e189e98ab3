// What a run amounts to, in the same words in every format.
import type { ExitCode } from '../../engine/error.js';
import type { Verdict } from '../../engine/verdict.js';
import { exitOfReport } from '../exit-of-report.js';
import { exitSentence } from '../text/exit-sentence.js';
import { count } from '../text/layout.js';
import type { Rerun } from '../text/rerun.js';
import { safe } from '../text/safe.js';
import { verdictSentence } from '../text/verdict-sentence.js';
import { createView } from '../text/view.js';
import type { Report } from '../types.js';

/** All texts are safe, and each is one line. */
export interface Decision {
  readonly verdict: Verdict;
  /** Why, in a sentence. */
  readonly sentence: string;
  readonly exit: ExitCode;
  /** What a reader must not miss beside it: a run that ended early, a fault of ours, what a baseline makes of it. */
  readonly notes: readonly string[];
}

export function decisionOf(report: Report, rerun: Rerun): Decision {
  const { run, summary, baseline, verdict } = report;
  return {
    verdict,
    sentence: verdictSentence(createView(report, { colors: false, columns: 0, ...rerun })),
    exit: exitOfReport(report),
    notes: [
      ...(run.stopped === undefined
        ? []
        : [`Stopped early: ${safe(run.stopped, 300)}. ${count(summary.notRun, 'case was', 'cases were')} not run.`]),
      ...(summary.harnessError === 0
        ? []
        : [
            `${count(summary.harnessError, 'case')} could not be carried out. That is a fault of the harness, not of the target.`,
          ]),
      ...(baseline === undefined ? [] : [`Exit code ${baseline.exit}: ${exitSentence(baseline, report.cases)}`]),
    ],
  };
}
