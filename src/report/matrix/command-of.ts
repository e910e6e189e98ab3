import { rerunOf } from '../rerun-of.js';
import { quoteArgument } from '../text/rerun.js';
import type { Report } from '../types.js';

/** The command that judges the target of a report again. */
export function commandOf(report: Pick<Report, 'target' | 'suite'>): string {
  const { target, flags, tail } = rerunOf(report);
  return ['ce-conform', ...(target === '' ? [] : ['--target', target]), ...flags, ...tail].map(quoteArgument).join(' ');
}
