import { code } from '../../markdown/code.js';
import { link } from '../../markdown/link.js';
import { prose } from '../../markdown/prose.js';
import { count } from '../../text/layout.js';
import { quoteArgument } from '../../text/rerun.js';
import type { Cell, Matrix, Row, Subject } from '../types.js';

/** Findings told of one cell; the report has them all. */
const MOST = 5;

/** What breaks each requirement on each subject, and the command that shows it again. */
export function findingsSection({ subjects, requirements }: Matrix): readonly string[] {
  const rows = requirements.filter(({ cells }) => cells.some(isTold));
  if (rows.length === 0) return [];
  return ['', '## Findings', ...rows.flatMap((row) => requirement(row, subjects))];
}

// A requirement may hold while a variant that the text backs less strongly warns.
const isTold = ({ findings }: Cell): boolean => findings.length > 0;

function requirement(row: Row, subjects: readonly Subject[]): readonly string[] {
  const section = row.section === undefined ? '' : ` (${code(row.section)})`;
  return [
    '',
    `### ${link(code(row.id), row.href)}`,
    '',
    `${row.level.toUpperCase()}${row.rule === undefined ? '' : `: ${prose(row.rule)}`}${section}`,
    '',
    ...row.cells.flatMap((cell, index) => {
      const subject = subjects[index];
      return isTold(cell) && subject !== undefined ? told(cell, row, subject) : [];
    }),
  ];
}

function told({ findings }: Cell, { id }: Row, { label, command }: Subject): readonly string[] {
  const more = findings.length - MOST;
  return [
    `- **${code(label)}**, again with ${code(`${command} --only ${quoteArgument(id)}`)}`,
    ...findings
      .slice(0, MOST)
      .map(({ title, cases, example }) => `  - ${code(title)} in ${count(cases, 'case')}, first ${code(example)}`),
    ...(more > 0 ? [`  - and ${count(more, 'more finding')}`] : []),
  ];
}
