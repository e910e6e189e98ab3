// The baseline that `init` writes: what the first run saw fail, each entry with a reason that is still to be written.
import { basename } from 'node:path';
import { loadSuite } from '../../../suites/suite.js';
import { NEW_BASELINE } from '../baseline/new-baseline.js';
import { updateBaseline } from '../baseline/update-baseline.js';
import { readText } from '../read-text.js';
import { FILES } from './files.js';
import type { FirstRun } from './first-run.js';

export interface BaselineMade {
  readonly text: string;
  /** Entries that lack a reason: until they have one, the file is refused. */
  readonly waiting: number;
  /** What it rests on, in a few words. */
  readonly about: string;
}

/** What is there already is brought up to date, so that reasons stay. Throws a usage error for a file that is no baseline. */
export function baselineText(first: FirstRun): BaselineMade {
  const path = FILES.baseline;
  const found = readText({ file: path, kind: 'baseline', isOptional: true, hint: 'choose another place' });
  if (first.kind === 'silent') {
    if (found !== undefined) return { text: found, waiting: 0, about: `left as it is; ${first.why}` };
    return { text: `${NEW_BASELINE}# Empty so far: ${first.why}.\n`, waiting: 0, about: `empty; ${first.why}` };
  }
  const { report } = first;
  const updated = updateBaseline({ path, file: basename(path), text: found ?? NEW_BASELINE }, report, loadSuite());
  const entries = updated.added.length + updated.undecided.length;
  const about = entries === 0 ? 'nothing to list' : `${entries} to list`;
  return { text: updated.text, waiting: updated.waiting, about: `${about}; the first run was ${report.verdict}` };
}
