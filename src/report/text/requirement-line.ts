import type { CaseReport, RequirementReport } from '../types.js';
import { count, hang, lengthOf, pad, wrap } from './layout.js';
import { safe } from './safe.js';
import { showValue } from './show-value.js';
import { MARKS } from './style.js';
import { isFailed, type View } from './view.js';

/** Columns for an id. */
const ID = 32;

/** One requirement: its level, what became of it and why. A verbose view adds what was recorded of each case. */
export function requirementLine(requirement: RequirementReport, view: View): readonly string[] {
  const { style } = view;
  const { id, level, outcome } = requirement;
  const shown = pad(safe(id, style.width - 9), ID);
  const text = `${pad(level.toUpperCase(), 7)} ${words(requirement, view)}`;
  const mark = style.outcome[outcome](MARKS[outcome]);
  const left = 8 + lengthOf(shown) + 1;
  const paint = outcome === 'failed' || outcome === 'warned' ? style.outcome[outcome] : style.dim;
  const lines =
    left + 30 <= style.width
      ? hang(`      ${mark} ${shown} `, left, wrap(text, style.width - left), paint)
      : [`      ${mark} ${shown.trimEnd()}`, ...hang('          ', 10, wrap(text, style.width - 10), paint)];
  return view.isVerbose ? [...lines, ...recorded(requirement, view)] : lines;
}

function words({ id, outcome, cases, reason, unscored }: RequirementReport, view: View): string {
  const members = view.casesOf.get(id) ?? [];
  switch (outcome) {
    case 'verified':
      return `verified by ${count(members.filter(({ status }) => status === 'pass').length, 'case')}`;
    case 'failed':
      return `${ratio(members, isFailed)} failed${numbers(id, view)}`;
    case 'warned':
      return `${ratio(members, ({ status }) => status === 'warn')} warned`;
    case 'observed':
      return `recorded, ${unscored === true ? 'not scored by this version' : 'no rule is broken either way'}`;
    case 'open':
    case 'not-applicable':
      return safe(reason ?? (cases === 0 ? 'no case asks for it' : 'no reason is known'), 300);
  }
}

const ratio = (members: readonly CaseReport[], is: (item: CaseReport) => boolean): string =>
  `${members.filter(is).length} of ${count(members.length, 'case')}`;

function numbers(id: string, { failures }: View): string {
  const found = failures.flatMap(({ requirements }, index) => (requirements.includes(id) ? [index + 1] : []));
  return found.length === 0 ? '' : ` (finding ${found.join(', ')})`;
}

function recorded({ id, outcome }: RequirementReport, view: View): readonly string[] {
  if (outcome !== 'observed') return [];
  const { style } = view;
  const room = style.width - 12;
  return (view.casesOf.get(id) ?? []).flatMap((item) => {
    const seen = item.message ?? showValue(item.actual, 200);
    return hang('          ', 12, wrap(safe(`${item.id.slice(id.length + 1)}: ${seen}`, 400), room), style.dim);
  });
}
