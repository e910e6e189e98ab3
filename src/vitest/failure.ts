// The errors of failed tests: all that is needed to act on them, at the place in the user's file where the tests come from.
import type { Requirement } from '../engine/requirement.js';
import { caseDetail } from '../report/text/case-detail.js';
import type { Rerun } from '../report/text/rerun.js';
import { safe } from '../report/text/safe.js';
import { createStyle } from '../report/text/style.js';
import type { CaseReport, Report } from '../report/types.js';
import { readable } from './readable.js';

/** Columns of a message: reporters indent it. */
const WIDTH = 100;

/** Longest first line of a message, behind the id, in characters. */
const LONGEST = 300;

/** Where `conformance()` was called: the frames of a stack. */
export type Site = string;

/** The frames above the function that asks, without those of installed packages. */
export const siteOf = (stack: string | undefined): Site =>
  (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(1)
    .filter((line) => !/[\\/]node_modules[\\/]/.test(line))
    .join('\n');

/** The failure of a case: its rule, what was expected and what came (as a diff too), the bytes, the line that runs it again. */
export function caseFailure(item: CaseReport, { requirement, again, site }: FailureSetting): Error {
  const lines = [
    `${safe(item.id)}: ${safe(item.message ?? item.status, LONGEST)}`,
    '',
    ...(requirement === undefined ? [] : [ruleOf(requirement), '']),
    // Its first line is the id.
    ...caseDetail(item, again, createStyle(false, WIDTH), '').slice(1),
  ];
  const isJudged = item.expected !== undefined || item.actual !== undefined;
  return failure(lines.join('\n'), site, isJudged ? { ...readable(item), showDiff: true } : {});
}

export interface FailureSetting {
  readonly requirement: Requirement | undefined;
  readonly again: Rerun & { readonly report: Pick<Report, 'capture'> };
  readonly site: Site;
}

/** An error that is told at the user's call rather than in this package. */
export function failure(message: string, site: Site, rest: object = {}): Error {
  const error = Object.assign(new Error(message), { name: 'ConformanceError', ...rest });
  error.stack = `ConformanceError: ${message}\n${site}`;
  return error;
}

const ruleOf = ({ rule, level, section }: Requirement): string => {
  const { document, title } = section['1.0.2'] ?? section.main ?? {};
  const place = document === undefined ? '' : `, ${document} ${title}`;
  return `${rule} (${level.toUpperCase()}${place})`;
};
