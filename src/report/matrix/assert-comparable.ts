import { usageError } from '../../engine/error.js';
import { groups } from '../text/sections.js';
import type { Excerpt } from './excerpt.js';
import { nameOf } from './name-of.js';

/** Digits of a digest that tell suites apart for a reader. */
const DIGITS = 12;

/** Throws a usage error where the reports judge by different suites, or where two of them speak of the same subject. */
export function assertComparable(reports: readonly Excerpt[]): void {
  assertOneSuite(reports);
  assertDistinct(reports);
}

function assertOneSuite(reports: readonly Excerpt[]): void {
  const suites = groups(reports, ({ suite }) => `${suite.specVersion} ${suite.digest}`);
  if (suites.length < 2) return;
  const listed = suites.map(([, members]) => `${suiteOf(members)}: ${files(members)}`).join('; ');
  throw usageError(
    'matrix.suites',
    `failed to lay the reports side by side: they were judged by different suites (${listed})`,
    'make all reports with one version of ce-conform and one --spec, or add --force to mix them',
  );
}

function assertDistinct(reports: readonly Excerpt[]): void {
  const repeated = groups(reports, nameOf).find(([, members]) => members.length > 1);
  if (repeated === undefined) return;
  const [name, members] = repeated;
  throw usageError(
    'matrix.repeated',
    `failed to lay the reports side by side: ${files(members)} are all of ${JSON.stringify(name)}`,
    'give one report for each subject and version, or add --force to show them all',
  );
}

const suiteOf = ([first]: readonly Excerpt[]): string =>
  `CloudEvents ${first?.suite.specVersion}, suite ${first?.suite.digest.slice(0, DIGITS)}`;

const files = (reports: readonly Excerpt[]): string => reports.map(({ file }) => file).join(', ');
