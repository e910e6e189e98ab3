// The findings: what breaks which rule, in how many cases, and for some of them everything needed to act on it.
import type { Finding } from '../../engine/findings.js';
import type { CaseReport, RequirementReport } from '../types.js';
import { caseDetail } from './case-detail.js';
import { count, hang, wrap, wrapList } from './layout.js';
import { safe } from './safe.js';
import { isFailed, type View } from './view.js';

/** Findings told in full, and further cases named of each, unless everything is asked for. */
const [MOST_FINDINGS, MOST_NAMED] = [10, 6];

/** Requirements named of one finding. */
const MOST_REQUIREMENTS = 6;

export function findingsText(view: View): readonly string[] {
  const { failures, style, isVerbose } = view;
  if (failures.length === 0) return [];
  const full = isVerbose ? failures.length : MOST_FINDINGS;
  return [
    '',
    style.bold('Findings'),
    ...failures.flatMap((finding, index) => [
      '',
      ...title(finding, index + 1, view),
      ...(index < full ? [...broken(finding, view), ...details(finding, view)] : []),
    ]),
    ...(failures.length > full ? ['', '  --verbose tells all of them in full.'] : []),
  ];
}

function title(finding: Finding, number: number, view: View): readonly string[] {
  const { style } = view;
  const lead = `  ${number}. `;
  const text = `${safe(finding.title, 200)} (${count(finding.cases.length, 'case')}${newOnes(finding, view)})`;
  const painted = `  ${style.outcome.failed(`${number}.`)} `;
  return hang(painted, lead.length, wrap(text, style.width - lead.length), style.bold);
}

function newOnes({ cases }: Finding, { news }: View): string {
  if (news === undefined) return '';
  const number = cases.filter((id) => news.has(id)).length;
  return number === 0 ? ', none new' : `, ${number} new`;
}

function broken({ requirements, cases }: Finding, view: View): readonly string[] {
  const { style } = view;
  const known = new Map(view.report.requirements.map((one) => [one.id, one]));
  const shown = requirements.slice(0, MOST_REQUIREMENTS).map((id) => describe(id, known.get(id)));
  const more = requirements.length - shown.length;
  const positions = [...new Set(cases.flatMap((id) => view.cases.get(id)?.positions ?? []))].sort();
  const row = (label: string, text: string): readonly string[] =>
    hang(`     ${style.dim(label)}`, 15, wrap(text, style.width - 15));
  return [
    ...shown.flatMap((text, index) => row(index === 0 ? 'breaks    ' : '          ', text)),
    ...(more > 0 ? row('          ', `and ${count(more, 'more requirement', 'more requirements')}`) : []),
    ...(positions.length > 0
      ? row('positions ', safe(`${positions.join(', ')} (ce-conform explain ${positions[0]})`, 300))
      : []),
  ];
}

function describe(id: string, requirement: RequirementReport | undefined): string {
  if (requirement === undefined) return safe(id, 100);
  const place = requirement.section === undefined ? '' : `, ${requirement.document ?? ''} ${requirement.section}`;
  return safe(`${id} (${requirement.level.toUpperCase()}${place})`, 200);
}

function details(finding: Finding, view: View): readonly string[] {
  const members = finding.cases.flatMap((id) => view.cases.get(id) ?? []);
  const shown = representatives(members);
  const rest = members.filter((item) => !shown.includes(item));
  const named = rest.slice(0, view.isVerbose ? rest.length : MOST_NAMED).map(({ id }) => safe(id, 120));
  const more = rest.length - named.length;
  const list = [...named, ...(more > 0 ? [`and ${more} more`] : [])];
  return [
    ...shown.flatMap((item) => ['', ...caseDetail(item, view, view.style, '     ')]),
    ...(list.length > 0
      ? [
          '',
          ...hang(`     ${view.style.dim('also')} `, 10, wrapList(list, ', ', view.style.width - 10), view.style.dim),
        ]
      : []),
  ];
}

// The first case, and beside it one of another requirement or at least of another variant: they show how far it goes.
function representatives(members: readonly CaseReport[]): readonly CaseReport[] {
  const [first, ...rest] = members.filter(isFailed);
  if (first === undefined) return [];
  const other =
    rest.find(({ requirement }) => requirement !== first.requirement) ??
    rest.find(({ id }) => variantOf(id) !== variantOf(first.id));
  return other === undefined ? [first] : [first, other];
}

const variantOf = (id: string): string => id.slice(0, id.lastIndexOf('@'));
