// What could not be decided: the reasons, the most frequent first, and what would make the rest visible.
import { count, hang, wrap } from './layout.js';
import { safe } from './safe.js';
import { groups } from './sections.js';
import { MARKS } from './style.js';
import type { View } from './view.js';

export function unseenText({ report, style }: View): readonly string[] {
  const open = groups(
    report.requirements.filter(({ outcome }) => outcome === 'open'),
    ({ reason }) => reason ?? 'no reason is known',
  ).toSorted(([, a], [, b]) => b.length - a.length);
  if (open.length === 0 && report.unseen.length === 0) return [];
  const mark = `  ${style.outcome.open(MARKS.open)} `;
  const row = (text: string): readonly string[] => hang(mark, 4, wrap(text, style.width - 4));
  return [
    '',
    style.bold('Not seen'),
    ...open.flatMap(([reason, members]) => row(`${count(members.length, 'requirement')}: ${safe(reason, 300)}`)),
    ...report.unseen.flatMap(({ id, reveal }) => row(`profile ${safe(id, 80)}; to see it: ${safe(reveal, 300)}`)),
  ];
}
