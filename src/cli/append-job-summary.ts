// The summary of a job on GitHub: a file that every step may append a page to. A run that cannot do so has not failed.
import { appendFileSync, statSync } from 'node:fs';
import { MAX_SUMMARY_BYTES } from '../report/job-summary/render-job-summary.js';

/** With less room than this a page would hold a verdict and nothing to go by. */
const LEAST_BYTES = 4096;

/** Appends the page that `render` makes of at most so many bytes. `say` is told where that cannot be done. */
export function appendJobSummary(
  path: string,
  render: (maxBytes: number) => string,
  say: (note: string) => void,
): void {
  try {
    const before = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    // GitHub drops a summary that is too long as a whole, and a run may be one of several in a step.
    const room = MAX_SUMMARY_BYTES - before - 1;
    if (room < LEAST_BYTES) say(`the job summary has no room for this run: there are ${before} bytes in it already`);
    else appendFileSync(path, `${before === 0 ? '' : '\n'}${render(room)}`);
  } catch (error) {
    say(`the job summary could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
