import { usageError } from '../../engine/error.js';
import { oneLine } from '../page/one-line.js';
import { isSameSelection } from './absence.js';
import type { NamedReport } from './compare-cases.js';
import { differencesOf } from './differences.js';

/** Longest text of a report that a message repeats. */
const MOST = 160;

/** Throws a usage error where the runs asked different things: what is missing would look like a loss. */
export function assertDiffable(old: NamedReport, now: NamedReport): void {
  const differences = differencesOf(old.report, now.report);
  const told = (what: string): string => {
    const found = differences.find((one) => one.what === what);
    return `${old.file}: ${oneLine(found?.old ?? '', MOST)}; ${now.file}: ${oneLine(found?.new ?? '', MOST)}`;
  };
  if (differences.some(({ what }) => what === 'tasks')) {
    throw usageError(
      'diff.tasks',
      `failed to compare the reports: their targets have different roles, and were asked for different things (${told('tasks')})`,
      'compare reports of one target, reached in one way; or add --force to compare what both were asked',
    );
  }
  if (!isSameSelection(old.report, now.report)) {
    throw usageError(
      'diff.selection',
      `failed to compare the reports: they were made with different --only or --skip (${told('selection')})`,
      'make both with the same ones, or add --force to compare what both were asked',
    );
  }
}

/** Throws a usage error where no case is in both reports: nothing compared is not nothing changed. */
export function assertCommon(common: number, old: NamedReport, now: NamedReport): void {
  if (common > 0) return;
  throw usageError(
    'diff.nothing',
    `failed to compare the reports: no case is in both of them (${old.file} has ${old.report.cases.length}, ${now.file} has ${now.report.cases.length})`,
    'compare reports of one target, made with one --only and --skip',
  );
}
