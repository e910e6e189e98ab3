// The head of the page: who was judged, the verdict and why, and how many cases there are of each status.
import { STATUSES } from '../../engine/judgement.js';
import { nameOf } from '../matrix/name-of.js';
import { type Html, html } from '../page/html.js';
import { oneLine } from '../page/one-line.js';
import { SUMMARY_KEYS } from '../summary.js';
import { exitSentence } from '../text/exit-sentence.js';
import { count } from '../text/layout.js';
import { verdictSentence } from '../text/verdict-sentence.js';
import type { Report } from '../types.js';
import { mark } from './mark.js';
import type { Sheet } from './types.js';
import { STATUS_LOOKS, STATUS_WORDS, VERDICT_MARKS } from './words.js';

/** Longest foreign text, in characters. */
const MOST = 300;

export const specificationOf = ({ suite }: Pick<Report, 'suite'>): string =>
  suite.specVersion === 'main' ? 'CloudEvents, main branch' : `CloudEvents ${oneLine(suite.specVersion, 20)}`;

export function hero({ report, view }: Sheet): Html {
  const { verdict, baseline } = report;
  return html`<header class="hero ${verdict}">
<p class="kind">Conformance report · ${specificationOf(report)}</p>
<h1>${nameOf(report)}</h1>
<p class="verdict ${verdict}"><span aria-hidden="true">${VERDICT_MARKS[verdict]}</span> <strong>${verdict}</strong></p>
<p class="lead">${capital(verdictSentence(view))}</p>
${baseline === undefined ? '' : html`<p class="exit"><strong>Exit ${baseline.exit}</strong>: ${exitSentence(baseline, report.cases)}</p>`}${cautions(report)}
<ul class="counts" aria-label="${count(report.cases.length, 'case')} by status">${STATUSES.filter(
    (status) => report.summary[SUMMARY_KEYS[status]] > 0,
  ).map(
    (status) =>
      html`<li><a href="#status=${status}" title="${STATUS_WORDS[status]}">${mark(STATUS_LOOKS[status])}<strong>${report.summary[SUMMARY_KEYS[status]]}</strong> ${status}</a></li>`,
  )}</ul>
</header>`;
}

/** What makes the report say less than a reader would think. */
function cautions({ selection, run, summary }: Report): readonly Html[] {
  return [
    ...(selection === undefined
      ? []
      : [`Only ${selection.cases} of ${selection.of} cases were asked for: the verdict speaks of them alone.`]),
    ...(run.stopped === undefined
      ? []
      : [`Stopped early: ${oneLine(run.stopped, MOST)}. ${count(summary.notRun, 'case was', 'cases were')} not run.`]),
    ...(summary.harnessError === 0
      ? []
      : [
          `${count(summary.harnessError, 'case')} could not be carried out. That is a fault of the harness, not of the target: please report it.`,
        ]),
  ].map((text) => html`<p class="note">${text}</p>`);
}

const capital = (text: string): string => text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
