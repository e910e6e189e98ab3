// The outline: every requirement under its section, those that hold on shared lines, the others with their reason.
import type { RequirementReport } from '../types.js';
import { hang, lengthOf, pad, wrap, wrapList } from './layout.js';
import { requirementLine } from './requirement-line.js';
import { safe } from './safe.js';
import { groupBySection, groups, type SectionGroup, worst } from './sections.js';
import { MARKS, type Outcome, type Style } from './style.js';
import type { View } from './view.js';

/** How counts name the outcomes. */
const WORDS: Readonly<Record<Outcome, string>> = {
  failed: 'failed',
  warned: 'warned',
  verified: 'verified',
  open: 'not decided',
  observed: 'recorded',
  'not-applicable': 'not applicable',
};
const ORDER = ['verified', 'failed', 'warned', 'open', 'observed', 'not-applicable'] as const;

/** Columns for a title, where the line has room for the counts behind it. */
const TITLE = 42;

export function outline(view: View): readonly string[] {
  const { report, style, isVerbose } = view;
  return [
    ...(report.requirements.length === 0 ? [] : ['', ...legend(style)]),
    ...groupBySection(report.requirements).flatMap(({ title, sections }) => [
      '',
      style.bold(safe(title, style.width)),
      ...sections.flatMap((section) => [
        ...heading(section, style),
        ...(isVerbose ? section.requirements.flatMap((one) => requirementLine(one, view)) : compact(section, view)),
      ]),
    ]),
  ];
}

const legend = (style: Style): readonly string[] =>
  hang(
    '  ',
    2,
    wrapList(
      ORDER.map((outcome) => `${MARKS[outcome]} ${WORDS[outcome]}`),
      '  ',
      style.width - 2,
    ),
    style.dim,
  );

function heading({ title, requirements }: SectionGroup, style: Style): readonly string[] {
  const outcome = worst(requirements);
  const mark = style.outcome[outcome](MARKS[outcome]);
  const counts = ORDER.flatMap((name) => {
    const number = requirements.filter((one) => one.outcome === name).length;
    return number === 0 ? [] : [`${number} ${WORDS[name]}`];
  }).join(' · ');
  const shown = pad(safe(title, style.width - 4), TITLE);
  if (lengthOf(shown) + lengthOf(counts) + 6 <= style.width) return [`  ${mark} ${shown}  ${style.dim(counts)}`];
  return [`  ${mark} ${shown.trimEnd()}`, ...hang('    ', 4, wrap(counts, style.width - 4), style.dim)];
}

function compact({ requirements }: SectionGroup, view: View): readonly string[] {
  const { report, style } = view;
  const of = (...outcomes: readonly Outcome[]): readonly RequirementReport[] =>
    requirements.filter(({ outcome }) => outcomes.includes(outcome));
  const [foreign, recorded] = [true, false].map((is) =>
    of('observed').filter(({ unscored }) => (unscored === true) === is),
  );
  const other = report.suite.specVersion === 'main' ? '1.0.2' : 'main';
  return [
    ...ids('verified', of('verified'), undefined, style),
    ...of('failed', 'warned').flatMap((one) => requirementLine(one, view)),
    ...unsettled(of('open'), 'open', style),
    ...ids('observed', recorded ?? [], undefined, style),
    ...ids('observed', foreign ?? [], `of ${other} only, not scored`, style),
    ...unsettled(of('not-applicable'), 'not-applicable', style),
  ];
}

const unsettled = (members: readonly RequirementReport[], outcome: Outcome, style: Style): readonly string[] =>
  groups(members, ({ reason }) => reason ?? 'no reason is known').flatMap(([reason, same]) =>
    ids(outcome, same, reason, style),
  );

function ids(
  outcome: Outcome,
  members: readonly RequirementReport[],
  reason: string | undefined,
  style: Style,
): readonly string[] {
  if (members.length === 0) return [];
  const room = style.width - 8;
  const list = members.map(({ id }) => safe(id, room - 1)).join(', ');
  const because = reason === undefined ? '' : ` — ${safe(reason, 300)}`;
  const paint = outcome === 'open' ? undefined : style.dim;
  return hang(`      ${style.outcome[outcome](MARKS[outcome])} `, 8, wrap(list + because, room), paint);
}
