import { cellCode, nameCell } from '../../markdown/code.js';
import { link } from '../../markdown/link.js';
import { prose } from '../../markdown/prose.js';
import { markdownTable } from '../../markdown/table.js';
import { VERDICTS } from '../cesql-summary-line.js';
import { aboutText, answererText, answerText, visible } from '../shown.js';
import type { Cause, CesqlInterop, Verdict } from '../types.js';

/** The causes of one verdict, in a table. */
export function causesPart({ causes }: CesqlInterop, verdict: Verdict): readonly string[] {
  const chosen = causes.filter((one) => one.verdict === verdict);
  const { title, lead } = VERDICTS[verdict];
  if (chosen.length === 0) return ['', `## ${title}`, '', 'No engine differs.'];
  const head = ['What', 'How it differs', 'Engines', 'Smallest expression', 'Answers', 'The text'];
  return ['', `## ${title}`, '', lead, '', ...markdownTable(head, chosen.map(row))];
}

const row = (cause: Cause): readonly string[] => {
  const { construct, what, subjects, example } = cause;
  const about = aboutText(example);
  return [
    prose(construct),
    prose(what),
    subjects.map(({ id, expressions }) => `${nameCell(id)} ${expressions}`).join(', '),
    `${cellCode(visible(example.expression))}${about === '' ? '' : ` about ${cellCode(about)}`}`,
    example.answers.map((answer) => `${nameCell(answererText(answer))}: ${cellCode(answerText(answer))}`).join('<br>'),
    textCell(cause),
  ];
};

function textCell({ requirement: { id, rule, link: href }, positions }: Cause): string {
  const open = positions.map((one) => `<br>**${one.id}**: ${prose(one.problem)}`).join('');
  return `${link(id, href)}: ${prose(rule)}${open}`;
}
