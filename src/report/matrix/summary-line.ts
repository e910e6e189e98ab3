import { count } from '../text/layout.js';
import { groups } from '../text/sections.js';
import type { Agreement, Matrix } from './types.js';

const PHRASES: Readonly<Record<Agreement, string>> = {
  differ: 'on which they disagree',
  'all-fail': 'broken wherever seen',
  warnings: 'with warnings',
  agree: 'kept wherever seen',
  unseen: 'with nothing to compare',
};

/** The whole in a sentence: `3 subjects and 134 requirements: 7 on which they disagree, …`. */
export function summaryLine({ subjects, requirements }: Matrix): string {
  const parts = groups(requirements, ({ agreement }) => agreement).map(
    ([agreement, rows]) => `${rows.length} ${PHRASES[agreement as Agreement]}`,
  );
  return `${count(subjects.length, 'subject')} and ${count(requirements.length, 'requirement')}: ${parts.join(', ')}.`;
}
