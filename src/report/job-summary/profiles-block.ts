import { cellCode, nameCell } from '../markdown/code.js';
import { markdownTable } from '../markdown/table.js';
import { VERDICT_MARKS } from '../matrix/marks.js';
import { cut } from '../text/cut.js';
import type { ProfileReport, Report } from '../types.js';

const HEAD = ['Profile', 'Verdict', 'MUST verified', 'failed', 'applicable', 'Why undecided'];

/** A line for each profile; those that nobody saw too, without a verdict. */
export function profilesBlock({ profiles, unseen }: Report): readonly string[] {
  if (profiles.length + unseen.length === 0) return [];
  const rows = [
    ...profiles.map(row),
    ...unseen.map(({ id, reveal }) => [
      nameCell(id),
      'not seen',
      '',
      '',
      '',
      `to see it: ${cellCode(cut(reveal, 200))}`,
    ]),
  ];
  return ['### Profiles', '', ...markdownTable(HEAD, rows)];
}

const row = ({
  id,
  verdict,
  requirements: { verified, failed, applicable },
  reason,
}: ProfileReport): readonly string[] => [
  nameCell(id),
  `${VERDICT_MARKS[verdict]} ${verdict}`,
  String(verified),
  String(failed),
  String(applicable),
  reason === undefined ? '' : cellCode(cut(reason, 200)),
];
