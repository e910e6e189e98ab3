import { count } from '../text/layout.js';
import type { CesqlInterop } from './types.js';

/** The whole in a sentence. */
export function cesqlSummaryLine({ subjects, run, causes }: CesqlInterop): string {
  const settled = causes.filter(({ verdict }) => verdict === 'settled').length;
  const open = causes.length - settled;
  return [
    `${count(subjects.length, 'engine')} and the reference, ${count(run.expressions, 'generated expression')}: `,
    causes.length === 0
      ? 'all agree.'
      : `${count(settled, 'difference')} in what the text settles, ${open} in what it leaves open.`,
  ].join('');
}

/** What the two kinds of cause mean, for a reader. */
export const VERDICTS = {
  settled: {
    title: 'What the text settles',
    lead: 'The specification says what comes out of these. Where a number of engines give the same, the reference is to be doubted first.',
  },
  open: {
    title: 'What the text leaves open',
    lead: 'The specification is silent about these, or contradicts itself. None of them is a defect of anybody.',
  },
} as const;
