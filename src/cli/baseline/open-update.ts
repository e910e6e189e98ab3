// `--update-baseline` from its beginning, before the run, to the file that is written after it.
import { accessSync, constants, mkdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { loadSuite } from '../../../suites/suite.js';
import { type ConformError, usageError } from '../../engine/error.js';
import { LISTS } from '../../report/baseline/types.js';
import type { Report } from '../../report/types.js';
import { readText, type TextSource } from '../read-text.js';
import { writeAtomically } from '../write-atomically.js';
import { describeUpdate } from './describe-update.js';
import { listLines } from './list-lines.js';
import { NEW_BASELINE } from './new-baseline.js';
import { parseBaseline } from './parse-baseline.js';
import { updateBaseline } from './update-baseline.js';

/** What a run made of the file. */
export interface BaselineUpdate {
  /** Weighed by the baseline as it will be. */
  readonly report: Report;
  /** What was added, kept and removed, a line each. */
  readonly notes: readonly string[];
  /** Writes the file, if anything changes. Throws a usage error where that cannot be done. */
  readonly write: () => void;
}

/**
 * Makes sure before the run that the file can be written anew after it; it need not exist. Throws a usage error for a
 * file that is no baseline, or cannot be written.
 */
export function openUpdate(path: string | undefined): (report: Report) => BaselineUpdate {
  if (path === undefined)
    throw usageError(
      'baseline.missing',
      'failed to update a baseline: there is no --baseline',
      'name it: --baseline FILE',
    );
  const source: TextSource = { file: path, kind: 'baseline', isOptional: true, hint: 'choose another place' };
  const found = readText(source);
  assertWritable(path);
  assertLines(path, found ?? '');
  return (report) => {
    const text = found ?? NEW_BASELINE;
    const updated = updateBaseline({ path, file: basename(path), text }, report, loadSuite());
    return {
      report: updated.report,
      notes: describeUpdate(path, updated),
      write: () => {
        if (readText(source) !== found) throw changedMeanwhile(path);
        if (updated.text !== found) write(path, updated.text);
      },
    };
  };
}

function write(path: string, text: string): void {
  try {
    writeAtomically(path, text);
  } catch (error) {
    throw unwritable(path, error);
  }
}

function assertWritable(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw unwritable(path, error);
  }
}

const unwritable = (path: string, error: unknown): ConformError =>
  usageError(
    'baseline.write',
    `failed to write ${path}: ${error instanceof Error ? error.message : String(error)}`,
    'choose another place',
  );

const changedMeanwhile = (path: string): ConformError =>
  usageError(
    'baseline.meanwhile',
    `failed to write ${path}: it was changed during the run`,
    'it stays as it is now; run again to update it',
  );

/** Only entries that stand on lines of their own can be taken out, and the comments between them kept. */
function assertLines(path: string, text: string): void {
  const { document, fail } = parseBaseline(text, path, { mayLackReasons: true });
  for (const list of LISTS) {
    const place = listLines(text, document, list);
    if (place.kind !== 'bracketed') continue;
    throw fail({
      code: 'form',
      offset: place.offset,
      message: 'a list in brackets cannot be updated',
      hint: 'write each entry on lines of its own, with a dash before it',
    });
  }
}
