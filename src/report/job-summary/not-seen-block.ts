import { code } from '../markdown/code.js';
import { cut } from '../text/cut.js';
import { count } from '../text/layout.js';
import { groups } from '../text/sections.js';
import type { Report } from '../types.js';
import { folded } from './folded.js';

/** Reasons told, and longest of one, in characters. */
const [MOST, MOST_TEXT] = [30, 300];

/** Requirements that could not be decided, by their reason. */
export function notSeenBlock({ requirements }: Report): readonly string[] {
  const open = requirements.filter(({ outcome }) => outcome === 'open');
  if (open.length === 0) return [];
  const reasons = groups(open, ({ reason }) => reason ?? 'no reason is known').toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  const lines = reasons
    .slice(0, MOST)
    .map(
      ([reason, members]) =>
        `- ${count(members.length, 'requirement')}: ${code(cut(reason, MOST_TEXT), MOST_TEXT * 2)}`,
    );
  const more = reasons.length - lines.length;
  return folded(`Not seen: ${count(open.length, 'requirement')} could not be decided`, [
    ...lines,
    ...(more > 0 ? [`- and ${count(more, 'more reason')}`] : []),
  ]);
}
