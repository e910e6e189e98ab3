import { STATUSES } from '../../engine/judgement.js';
import { type Html, html } from '../page/html.js';
import { oneLine } from '../page/one-line.js';
import { SUMMARY_KEYS } from '../summary.js';
import { count } from '../text/layout.js';
import { tally } from './tally.js';
import type { Sheet } from './types.js';
import { OUTCOME_WORDS } from './words.js';

const LEVELS = ['must', 'should', 'may', 'info'] as const;

type Option = readonly [value: string, label: string];

/** The form above the outline. The script hides what does not match; the state stands in the address. */
export function filters({ report, outline }: Sheet): Html {
  const statuses = STATUSES.map((status) => [status, report.summary[SUMMARY_KEYS[status]]] as const)
    .filter(([, number]) => number > 0)
    .map(([status, number]): Option => [status, `${status} (${number})`]);
  // Those that no status of a case has a word for.
  const outcomes = tally(report.requirements)
    .filter(([outcome, number]) => number > 0 && outcome !== 'observed' && outcome !== 'not-applicable')
    .map(([outcome, number]): Option => [outcome, `${OUTCOME_WORDS[outcome]} (${number})`]);
  const levels = LEVELS.filter((level) => report.requirements.some((one) => one.level === level));
  return html`<form class="filters" role="search" aria-label="Filter requirements and cases" hidden>
<label class="wide">Text<input type="search" name="q" autocomplete="off" spellcheck="false" placeholder="id, rule, title, message"></label>
<label>Status<select name="status"><option value="">Any status</option><optgroup label="Cases">${statuses.map(option)}</optgroup><optgroup label="Requirements">${outcomes.map(option)}</optgroup></select></label>
<label>Document<select name="document"><option value="">All documents</option>${outline.map(({ id, title }) => option([id, oneLine(title, 60)]))}</select></label>
<label>Level<select name="level"><option value="">All levels</option>${levels.map((level) => option([level, level.toUpperCase()]))}</select></label>
<span class="buttons"><button type="reset">Reset</button><button type="button" class="fold" aria-expanded="false">Open all</button></span>
<p class="count" role="status">${total(report.requirements.length, 'requirement')}, ${total(report.cases.length, 'case')}</p>
</form>`;
}

/** As the script writes it. */
const total = (number: number, one: string): string => count(number, one).replace(/^\d+/, number.toLocaleString('en'));

const option = ([value, label]: Option): Html => html`<option value="${value}">${label}</option>`;
