// The diff as a person reads it in a terminal: the gravest first, the sentence that decides last, where a terminal stops.
import { oneLine } from '../../page/one-line.js';
import { count, hang, pad, wrap } from '../../text/layout.js';
import { safe } from '../../text/safe.js';
import { createStyle, MARKS, type Paint, type Style } from '../../text/style.js';
import { middleCut } from '../middle-cut.js';
import { type Row, type Section, sectionsOf } from '../sections.js';
import type { Diff, FindingChange, ProfileChange, Side } from '../types.js';
import { comparedSentence, DIFFERENCES, differenceValue, findingCounts, headline } from '../words.js';

export interface DiffTextOptions {
  readonly colors: boolean;
  /** Columns of the terminal; 0 where unknown. */
  readonly columns: number;
  /** Every requirement of every section. */
  readonly verbose?: boolean;
}

/** Requirements told of a section that asks for no action. */
const MOST = 12;

/** The diff as text, ending in a line feed. Pure. Nothing of a report reaches it unescaped. */
export function renderDiffText(diff: Diff, options: DiffTextOptions): string {
  const style = createStyle(options.colors, options.columns);
  const lines = [
    ...header(diff, style),
    ...sectionsOf(diff).flatMap((section) => sectionText(section, style, options.verbose === true)),
    ...findings(diff, style, options.verbose === true),
    ...profiles(diff, style),
    '',
    ...hang(
      style.bold('Outcome   '),
      10,
      wrap(`${headline(diff)}.`, style.width - 10),
      emphasis(outcomePaint(diff, style), style.bold),
    ),
    `          ${comparedSentence(diff)}`,
  ];
  return `${lines.join('\n')}\n`;
}

export const outcomePaint = ({ outcome }: Diff, { outcome: paint }: Style): Paint =>
  ({ regression: paint.failed, undecided: paint.open, 'no-regression': paint.verified })[outcome];

function header(diff: Diff, style: Style): readonly string[] {
  const row = (label: string, text: string, paint?: Paint): readonly string[] =>
    hang(`  ${style.dim(pad(label, 11))}`, 13, wrap(text, style.width - 13), paint);
  const { withdrawn, added } = diff.claims;
  return [
    style.bold('ce-conform diff'),
    '',
    ...row('old', sideText(diff.old)),
    ...row('new', sideText(diff.new)),
    ...diff.differences
      .filter(({ what }) => what !== 'version' && what !== 'tool')
      .flatMap((one) => {
        const [was, is] = [one.old, one.new].map((value) => safe(differenceValue(one, value), 120));
        return row('note', `${DIFFERENCES[one.what]}: ${was} → ${is}`);
      }),
    ...(withdrawn.length === 0
      ? []
      : row('withdrawn', withdrawn.map((claim) => safe(claim, 80)).join(', '), style.outcome.open)),
    ...(added.length === 0 ? [] : row('claimed', added.map((claim) => safe(claim, 80)).join(', '))),
    ...(
      [
        ['old', diff.old],
        ['new', diff.new],
      ] as const
    ).flatMap(([which, { stopped }]) =>
      stopped === undefined
        ? []
        : row('note', `the ${which} run was stopped early: ${safe(stopped, 200)}`, style.outcome.failed),
    ),
  ];
}

function sideText({ name, version, language, verdict, cases, tool, suite, startedAt }: Side): string {
  const who = [name, version, language === undefined ? undefined : `(${language})`].filter(
    (part) => part !== undefined,
  );
  return `${safe(who.join(' '), 120)}: ${verdict}, ${count(cases, 'case')}, CloudEvents ${safe(suite.specVersion, 20)}, ${safe(`${tool.name} ${tool.version}`, 60)}, ${safe(startedAt.slice(0, 10), 10)}`;
}

function sectionText(section: Section, style: Style, isVerbose: boolean): readonly string[] {
  const { title, meaning, look, grave, rows, cases } = section;
  const shown = grave || isVerbose ? rows : rows.slice(0, MOST);
  const more = rows.length - shown.length;
  const head = `${title}: ${count(cases, 'case')} of ${count(rows.length, 'requirement')}`;
  return [
    '',
    ...wrap(head, style.width).map((line) => style.bold(style.outcome[look](line))),
    ...wrap(`(${meaning})`, style.width).map(style.dim),
    ...shown.flatMap((row) => rowText(row, section, style)),
    ...(more === 0 ? [] : [`  and ${count(more, 'more requirement')}; --verbose tells them all`]),
  ];
}

function rowText(row: Row, { look, grave }: Section, style: Style): readonly string[] {
  const moves = row.moves.map(({ move, cases }) => `${move}${row.moves.length === 1 ? '' : ` ${cases}`}`).join(', ');
  const outcome = row.outcome === undefined ? '' : `; the requirement: ${row.outcome}`;
  const revised = row.revised.length === 0 ? '' : `; the case changed too (${row.revised.join(', ')})`;
  const text = `${safe(row.id, 120)} ${row.level.toUpperCase()}, ${count(row.cases, 'case')}: ${moves}${outcome}${revised}`;
  const { id, message } = row.example;
  const example = `${safe(id, 160)}${message === undefined ? '' : `: ${oneLine(middleCut(message, 240), 400)}`}`;
  return [
    ...hang(`  ${style.outcome[look](MARKS[look])} `, 4, wrap(text, style.width - 4)),
    ...(grave || look === 'failed' ? hang('    ', 4, wrap(example, style.width - 4), style.dim) : []),
  ];
}

function findings(
  { findings: { new: fresh, gone, remaining } }: Diff,
  style: Style,
  isVerbose: boolean,
): readonly string[] {
  if (fresh.length + gone.length + remaining.length === 0) return [];
  const list = (
    title: string,
    look: 'failed' | 'verified' | 'observed',
    all: readonly FindingChange[],
    most: number,
  ): readonly string[] => {
    const shown = isVerbose ? all : all.slice(0, most);
    const more = all.length - shown.length;
    return [
      ...(all.length === 0 ? [] : [`  ${title}: ${all.length}`]),
      ...shown.flatMap((one) =>
        hang(
          `    ${style.outcome[look](MARKS[look])} `,
          6,
          wrap(`${oneLine(one.title, 160)} (${findingCounts(one)})`, style.width - 6),
        ),
      ),
      ...(more === 0 || shown.length === 0 ? [] : [`      and ${more} more; --verbose tells them all`]),
    ];
  };
  return [
    '',
    style.bold('Causes of failures and warnings'),
    ...list('new', 'failed', fresh, MOST),
    ...list('gone', 'verified', gone, MOST),
    ...list('remaining', 'observed', remaining, 0),
  ];
}

function profiles({ profiles: all }: Diff, style: Style): readonly string[] {
  const widest = Math.max(0, ...all.map(({ id }) => Math.min(60, id.length)));
  return all.flatMap((one, index) =>
    hang(
      index === 0 ? `\n${style.bold('Profiles  ')}` : '          ',
      10,
      wrap(`${pad(safe(one.id, 60), widest)}  ${stateText(one.old)} → ${stateText(one.new)}`, style.width - 10),
    ),
  );
}

export function stateText(state: ProfileChange['old']): string {
  if (state === undefined) return 'not judged';
  const { applicable, verified, failed } = state.requirements;
  return `${state.verdict} ${verified}/${applicable}${failed === 0 ? '' : `, ${failed} failed`}`;
}

const emphasis =
  (color: Paint, bold: Paint): Paint =>
  (text) =>
    bold(color(text));
