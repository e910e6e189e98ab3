import { code } from '../markdown/code.js';
import { cut } from '../text/cut.js';
import { count } from '../text/layout.js';
import type { Report } from '../types.js';
import { folded } from './folded.js';

/** Lines of one kind, and longest text of one, in characters. */
const [MOST, MOST_TEXT] = [30, 300];

/** What a baseline makes of the run: what asks for something to be done stands open. */
export function baselineBlocks({ baseline }: Report): readonly (readonly string[])[] {
  if (baseline === undefined) return [];
  const { new: news, stale, confirmed, open } = baseline;
  const told = (text: string): string => code(cut(text, MOST_TEXT), MOST_TEXT * 2);
  const stales = stale.map(({ entry, message }) => `- line ${entry.line}, ${told(entry.case)}: ${told(message)}`);
  const known = confirmed.map(
    ({ entry, cases }) =>
      `- line ${entry.line}, ${told(entry.case)} (${count(cases.length, 'case')}): ${told(entry.reason)}`,
  );
  const opens = open.map(({ entry, message }) => `- line ${entry.line}, ${told(entry.case)}: ${told(message)}`);
  return [
    [`### Baseline ${told(baseline.file)}`],
    ...(news.length === 0
      ? []
      : [[`${count(news.length, 'new failure')}:`, '', ...list(news.map((one) => `- ${told(one.case)}`))]]),
    ...(stales.length === 0
      ? []
      : [[`${count(stales.length, 'stale entry', 'stale entries')}, to be removed or changed:`, '', ...list(stales)]]),
    ...(known.length === 0
      ? []
      : [folded(`${count(known.length, 'entry', 'entries')} confirmed: known, and not fixed`, list(known))]),
    ...(opens.length === 0
      ? []
      : [folded(`${count(opens.length, 'entry', 'entries')} neither confirmed nor disproved`, list(opens))]),
  ];
}

const list = (lines: readonly string[]): readonly string[] =>
  lines.length <= MOST ? lines : [...lines.slice(0, MOST), `- and ${lines.length - MOST} more`];
