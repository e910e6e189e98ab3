// The findings, each with its rule, one case of it, and how to see it again. The first stand open, the others are folded one by one.
import type { Finding } from '../../engine/findings.js';
import { code } from '../markdown/code.js';
import { link } from '../markdown/link.js';
import { prose } from '../markdown/prose.js';
import { aboutRequirements } from '../render/about-requirement.js';
import type { RenderContext } from '../render/render-context.js';
import { cut } from '../text/cut.js';
import { count } from '../text/layout.js';
import { rerun } from '../text/rerun.js';
import { safe } from '../text/safe.js';
import { showPair, textOf } from '../text/show-value.js';
import { isFailed, type View } from '../text/view.js';
import type { CaseReport } from '../types.js';
import { folded } from './folded.js';

/** Findings that stand open, requirements told of one, and cases named of one. */
const [MOST_OPEN, MOST_REQUIREMENTS, MOST_CASES] = [10, 4, 40];

/** Longest value or text, longest id, and longest command, in characters. */
const [MOST, MOST_ID, MOST_COMMAND] = [200, 200, 600];

export function findingBlocks(view: View, context: RenderContext): readonly (readonly string[])[] {
  const { failures, warnings } = view;
  return [
    ...(failures.length === 0 ? [] : [[`### Findings (${failures.length})`]]),
    ...failures.map((finding, index) => block(finding, index, view, context)),
    ...(warnings.length === 0
      ? []
      : [
          [
            `### Warnings (${warnings.length})`,
            '',
            'A rule weaker than MUST does not hold; the verdict stays as it is.',
          ],
        ]),
    ...warnings.map((finding, index) => block(finding, index + MOST_OPEN, view, context)),
  ];
}

function block(finding: Finding, index: number, view: View, context: RenderContext): readonly string[] {
  const { title, cases } = finding;
  const isOpen = index < MOST_OPEN;
  const number = isOpen ? `${index + 1}. ` : '';
  const heading = `#### ${number}${code(safe(title, MOST))} (${count(cases.length, 'case')}${newOnes(finding, view)})`;
  const lines = [...rules(finding, view, context), ...example(finding, view, context)];
  // A summary is HTML, where a code span would be read as text: the title stands below it.
  return isOpen
    ? [heading, '', ...lines, ...names(finding)]
    : folded(
        `${finding.requirements.map(plainId).slice(0, MOST_REQUIREMENTS).join(', ')} (${count(cases.length, 'case')})`,
        [heading, '', ...lines],
      );
}

// Nothing but letters, digits and dots gets into HTML.
const plainId = (id: string): string => safe(id.replaceAll(/[^\w.-]/g, '?'), 60);

function newOnes({ cases }: Finding, { news }: View): string {
  if (news === undefined) return '';
  const number = cases.filter((id) => news.has(id)).length;
  return number === 0 ? ', none new' : `, ${number} new`;
}

function rules({ requirements }: Finding, { report }: View, { registry }: RenderContext): readonly string[] {
  const about = aboutRequirements(report, registry);
  const more = requirements.length - MOST_REQUIREMENTS;
  return [
    ...requirements.slice(0, MOST_REQUIREMENTS).map((id) => {
      const { level, known, href } = about(id);
      const strength = level === undefined ? '' : ` (${level.toUpperCase()})`;
      return `- breaks ${link(code(id, MOST_ID), href)}${strength}${known === undefined ? '' : `: ${prose(known.rule)}`}`;
    }),
    ...(more > 0 ? [`- and ${count(more, 'more requirement')}`] : []),
  ];
}

function example({ cases }: Finding, view: View, { rerun: again }: RenderContext): readonly string[] {
  const members = cases.flatMap((id) => view.cases.get(id) ?? []);
  const item = members.find(isFailed) ?? members[0];
  if (item === undefined) return [];
  return [
    `- for example ${code(item.id, MOST_ID)}: ${code(safe(item.title, MOST))}`,
    '',
    // In a block, since blanks may be what is wrong. No line of it begins with foreign text.
    '```text',
    ...values(item),
    ...(item.message === undefined ? [] : [`because   ${cut(item.message, MOST)}`]),
    `again     ${safe(rerun(again, safe(item.id, MOST_ID)), MOST_COMMAND)}`,
    '```',
  ];
}

function values({ expected, actual }: CaseReport): readonly string[] {
  if (expected === undefined && actual === undefined) return [];
  const shown = showPair(expected, actual, MOST);
  const size = (text: string): string => (text.length > MOST ? ` (${text.length} characters)` : '');
  return [`expected  ${shown.expected}${size(textOf(expected))}`, `actual    ${shown.actual}${size(textOf(actual))}`];
}

function names({ cases }: Finding): readonly string[] {
  if (cases.length < 2) return [];
  const more = cases.length - MOST_CASES;
  const list = [
    ...cases.slice(0, MOST_CASES).map((id) => code(id, MOST_ID)),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
  return ['', ...folded(`all ${cases.length} cases`, [list.join(', ')])];
}
