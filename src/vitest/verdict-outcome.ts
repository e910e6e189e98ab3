// The test of the verdict: it stands for the exit code of a run, so that tests that were all skipped are no success.

import { EXIT } from '../engine/error.js';
import { exitOfReport } from '../report/exit-of-report.js';
import { exitSentence } from '../report/text/exit-sentence.js';
import { safe } from '../report/text/safe.js';
import { verdictSentence } from '../report/text/verdict-sentence.js';
import { createView } from '../report/text/view.js';
import type { Report } from '../report/types.js';

export type VerdictOutcome =
  | { readonly kind: 'pass' }
  | { readonly kind: 'skip'; readonly reason: string }
  | { readonly kind: 'fail'; readonly message: string };

/** Stale entries that a message names. */
const MOST_STALE = 12;

export function verdictOutcome(report: Report, allowInconclusive: boolean): VerdictOutcome {
  const exit = exitOfReport(report);
  const sentence = sentenceOf(report);
  switch (exit) {
    case EXIT.conformant:
      return { kind: 'pass' };
    case EXIT.inconclusive:
      return allowInconclusive ? { kind: 'skip', reason: sentence } : { kind: 'fail', message: sentence };
    case EXIT.stale:
      return { kind: 'fail', message: [sentence, ...staleLines(report)].join('\n') };
    case EXIT.nonconformant:
    case EXIT.usage:
    case EXIT.harness:
      return { kind: 'fail', message: sentence };
  }
}

// As the text of a run ends.
function sentenceOf(report: Report): string {
  const { baseline, cases, run, verdict } = report;
  const stopped = run.stopped === undefined ? '' : ` The run ended early: ${safe(run.stopped, 200)}.`;
  if (baseline !== undefined) return `${exitSentence(baseline, cases)} (The verdict is ${verdict}.)${stopped}`;
  const fault = report.summary.harnessError > 0 ? ' A fault of the harness may hide a failure.' : '';
  const view = createView(report, { colors: false, columns: 100, target: '' });
  return `${verdict}: ${verdictSentence(view)}${stopped}${fault}`;
}

function staleLines({ baseline }: Report): readonly string[] {
  const stale = baseline?.stale ?? [];
  const lines = stale
    .slice(0, MOST_STALE)
    .map(({ entry, message }) => `  line ${entry.line}: ${safe(entry.case, 200)}: ${safe(message, 300)}`);
  return stale.length > MOST_STALE ? [...lines, `  and ${stale.length - MOST_STALE} more`] : lines;
}
