// `ce-conform badge --verify`: makes the badge again from its report, and compares.
import { loadSuite } from '../../../suites/suite.js';
import { EXIT, type ExitCode } from '../../engine/error.js';
import { assertFresh } from '../../report/badge/assert-fresh.js';
import { type BadgeDifference, badgeDifferences } from '../../report/badge/badge-differences.js';
import { buildBadge } from '../../report/badge/build-badge.js';
import type { FoundBadge } from '../../report/badge/parse-badge.js';
import { renderSvg } from '../../report/badge/render-badge.js';
import type { Discrepancy } from '../../report/discrepancy.js';
import { oneLine } from '../../report/page/one-line.js';
import { count } from '../../report/text/layout.js';
import type { Report } from '../../report/types.js';
import { verifyReport } from '../../report/verify.js';
import { assertSameSuite } from '../assert-same-suite.js';
import type { Io } from '../io.js';
import { printJson } from '../print-json.js';
import { readEditedReport } from '../read-report.js';
import { readBadge } from './read-badge.js';

export interface VerifyBadgeOptions {
  readonly json?: boolean;
  readonly now: number;
  readonly maxAge: number;
}

/**
 * Exit code 0 when it is the badge of this report, 1 when not. Throws a usage error for what is no badge or no report, and for a report
 * that is of another suite or has expired: it is the badge of nothing then.
 */
export function verifyBadge(path: string, reportPath: string, options: VerifyBadgeOptions, io: Io): ExitCode {
  const { text, found } = readBadge(path);
  const report = readEditedReport(reportPath);
  const suite = loadSuite();
  assertFresh(report, reportPath, options);
  assertSameSuite(report, suite, `verify the badge of ${reportPath}`);
  const { discrepancies } = verifyReport(suite, report);
  const differences = discrepancies.length > 0 ? [] : differencesOf(text, found, report);
  const matches = discrepancies.length === 0 && differences.length === 0;
  if (options.json === true) printJson({ matches, discrepancies, differences }, io);
  else if (matches) io.out.write(proved(report, found));
  else io.out.write(discrepancies.length > 0 ? unproved(discrepancies) : refused(differences));
  return matches ? EXIT.conformant : EXIT.nonconformant;
}

function differencesOf(text: string, found: FoundBadge, report: Report): readonly BadgeDifference[] {
  if (found.profile !== undefined && !report.profiles.some(({ id }) => id === found.profile))
    return [{ member: 'ceConform.profile', badge: found.profile }];
  const expected = buildBadge(report, found.profile);
  const members = badgeDifferences(found.value, { ...expected });
  if (members.length > 0 || found.kind === 'endpoint') return members;
  return text === renderSvg(expected) ? [] : [{ member: 'picture' }];
}

const proved = (report: Report, { profile }: FoundBadge): string =>
  `the badge is that of ${profile === undefined ? 'the run' : oneLine(profile, 80)} in this report, and the report follows from its evidence\n  ${report.digest}\n`;

function unproved(discrepancies: readonly Discrepancy[]): string {
  const others = discrepancies.filter(({ kind }) => kind !== 'digest').length;
  const reasons = [
    ...(others < discrepancies.length
      ? ['the report was edited, or cut, since it was written: its digest is another']
      : []),
    ...(others > 0
      ? [`${count(others, 'place')} in the report ${others === 1 ? 'does' : 'do'} not follow from its evidence`]
      : []),
  ];
  const lines = reasons.map((reason) => `  ${reason}`);
  return `${['the badge proves nothing; `ce-conform verify` says more of its report:', ...lines].join('\n')}\n`;
}

function refused(differences: readonly BadgeDifference[]): string {
  const more = differences.length - MOST_LINES;
  return `${[
    'the badge is not that of this report:',
    ...differences.slice(0, MOST_LINES).map(sentence),
    ...(more > 0 ? [`  and ${more} more; --json lists them all`] : []),
  ].join('\n')}\n`;
}

const MOST_LINES = 20;

function sentence({ member, ...said }: BadgeDifference): string {
  if (member === 'picture') return '  the picture: its metadata fits, but what it shows is not what the report gives';
  return `  ${oneLine(member, 80)}: the badge says ${shown(said, 'badge')}, the report gives ${shown(said, 'report')}`;
}

const shown = (said: Omit<BadgeDifference, 'member'>, side: 'badge' | 'report'): string =>
  Object.hasOwn(said, side) ? oneLine(JSON.stringify(said[side]), 100) : 'nothing';
