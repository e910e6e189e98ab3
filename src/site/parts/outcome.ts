// Marks with words: nothing depends on colour, or on seeing a mark.
import type { Status } from '../../engine/judgement.js';
import type { Verdict } from '../../engine/verdict.js';
import { CELL_MARKS, VERDICT_MARKS } from '../../report/matrix/marks.js';
import type { CellOutcome } from '../../report/matrix/types.js';
import { type Html, html } from '../../report/page/html.js';

/** A mark and a word. */
export const outcomeWord = (outcome: CellOutcome): Html =>
  html`<span class="outcome ${outcome}"><span aria-hidden="true">${CELL_MARKS[outcome]}</span> ${outcome}</span>`;

/** A mark alone, with its word for those who hear it. */
export const outcomeMark = (outcome: CellOutcome, more = ''): Html =>
  html`<span class="mark outcome ${outcome}" title="${outcome}"><span aria-hidden="true">${CELL_MARKS[outcome]}</span><span class="hidden">${outcome}</span>${more}</span>`;

export const verdictWord = (verdict: Verdict): Html =>
  html`<span class="verdict ${verdict}"><span aria-hidden="true">${VERDICT_MARKS[verdict]}</span> ${verdict}</span>`;

/** The outcome that a case of this status stands for. */
export function outcomeOf(status: Status | undefined): CellOutcome {
  switch (status) {
    case undefined:
      return 'absent';
    case 'pass':
      return 'verified';
    case 'fail':
    case 'timeout':
      return 'failed';
    case 'warn':
      return 'warned';
    case 'observed':
      return 'observed';
    case 'not-applicable':
      return 'not-applicable';
    case 'blocked':
    case 'inconclusive':
    case 'harness-error':
    case 'not-run':
      return 'open';
  }
}

/** What several cases amount to: the outcome that a reader has to know of, and how many of them have it. */
export function tally(statuses: readonly (Status | undefined)[]): {
  readonly outcome: CellOutcome;
  readonly count: number;
  readonly of: number;
} {
  const outcomes = statuses.map(outcomeOf);
  const outcome = WORST.find((one) => outcomes.includes(one)) ?? 'absent';
  const asked = outcomes.filter((one) => one !== 'not-applicable' && one !== 'absent');
  return { outcome, count: outcomes.filter((one) => one === outcome).length, of: asked.length };
}

const WORST: readonly CellOutcome[] = ['failed', 'warned', 'open', 'verified', 'observed', 'not-applicable', 'absent'];
