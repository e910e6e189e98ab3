// One case in plain words, for formats that keep a text beside a result.
import { evidenceLines } from '../text/case-detail.js';
import { cut } from '../text/cut.js';
import { inert } from '../text/inert.js';
import { rerun } from '../text/rerun.js';
import { safe } from '../text/safe.js';
import { textOf } from '../text/show-value.js';
import type { CaseReport, Report } from '../types.js';
import { aboutRequirements } from './about-requirement.js';
import type { RenderContext } from './render-context.js';

/** Longest value, and longest other text, in characters. */
const [MOST_VALUE, MOST_TEXT] = [2000, 300];

/** Columns of a line of evidence, and of a label. */
const [ROOM, LABEL] = [110, 11];

/** A line of a case: what it is about, and what is said. Both are safe, in a log of CI too. */
export type CaseLine = readonly [label: string, text: string];

/** What was expected and what came, as far as the report has them, each on one line. */
export const expectedAndActual = ({ expected, actual }: CaseReport, max: number = MOST_VALUE): readonly CaseLine[] => [
  ...(expected === undefined ? [] : [['expected', inert(cut(textOf(expected), max))] as const]),
  ...(actual === undefined ? [] : [['actual', inert(cut(textOf(actual), max))] as const]),
];

/** All that is said about a case, in the order in which a reader wants it. */
export function caseLines(item: CaseReport, report: Report, context: RenderContext): readonly CaseLine[] {
  const { id, title, message, positions } = item;
  const lines: readonly CaseLine[] = [
    ['case', safe(title, MOST_TEXT)],
    ...ruleLines(item, report, context),
    ...expectedAndActual(item),
    ...(message === undefined ? [] : [['because', cut(message, MOST_TEXT)] as const]),
    ...(positions.length === 0 ? [] : [['positions', safe(positions.join(', '), MOST_TEXT)] as const]),
    ...evidenceLines(item, report, ROOM).flatMap(([label, lines]) => lines.map((line): CaseLine => [label, line])),
    ['rerun', rerun(context.rerun, safe(id, MOST_TEXT))],
  ];
  return lines.map(([label, text]) => [label, inert(text)]);
}

/** The same as text: a label once, and what is under it below each other. No line begins with anything but a label. */
export const caseText = (lines: readonly CaseLine[]): string =>
  lines
    .map(([label, text], index) => `${(lines[index - 1]?.[0] === label ? '' : `${label}:`).padEnd(LABEL)}${text}`)
    .join('\n');

function ruleLines(
  { requirement: id, level }: CaseReport,
  report: Report,
  { registry }: RenderContext,
): readonly CaseLine[] {
  const { known, href } = aboutRequirements(report, registry)(id);
  if (known === undefined || href === undefined) return [];
  return [
    ['rule', `${level.toUpperCase()} ${known.rule}`],
    ['section', href],
  ];
}
