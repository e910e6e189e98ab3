// One section of a diff in a terminal, requirement by requirement.
import { oneLine } from '../../page/one-line.js';
import { count, hang, wrap } from '../../text/layout.js';
import { safe } from '../../text/safe.js';
import { MARKS, type Style } from '../../text/style.js';
import { middleCut } from '../middle-cut.js';
import { movesOf, type Row, type Section } from '../sections.js';

/** Requirements told of a section that asks for no action. */
const MOST = 12;

export function sectionText(section: Section, style: Style, isVerbose: boolean): readonly string[] {
  const { title, meaning, look, weight, rows, cases } = section;
  const shown = weight === 'open' || isVerbose ? rows : rows.slice(0, MOST);
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

function rowText(row: Row, { look, weight }: Section, style: Style): readonly string[] {
  const moves = movesOf(row);
  const outcome = row.outcome === undefined || weight === 'brief' ? '' : `; the requirement: ${row.outcome}`;
  const revised = row.revised.length === 0 ? '' : `; the case changed too (${row.revised.join(', ')})`;
  const text = `${safe(row.id, 120)} ${row.level.toUpperCase()}, ${count(row.cases, 'case')}: ${moves}${outcome}${revised}`;
  const { id, message } = row.example;
  const example = `${safe(id, 160)}${message === undefined ? '' : `: ${oneLine(middleCut(message, 240), 400)}`}`;
  return [
    ...hang(`  ${style.outcome[look](MARKS[look])} `, 4, wrap(text, style.width - 4)),
    ...(weight === 'open' || look === 'failed' ? hang('    ', 4, wrap(example, style.width - 4), style.dim) : []),
  ];
}
