// What is wrong in the result of a load, and the exit code that follows. One function decides it for every form.
import { EXIT } from '../../engine/error.js';
import type { LoadResult } from './types.js';

/** `message` is one sentence without its full stop, safe to print. */
export interface LoadProblem {
  readonly exit: 1 | 3 | 4;
  readonly message: string;
}

/** A hiccup at the end costs an event or two. Less than this share of what was planned is another rate than the one asked for. */
const KEPT = 0.99;

/**
 * Nothing, for exit 0: all that was sent was accepted and came out as it was, as far as that is seen. 1: a valid event was refused,
 * lost or altered. 3: nothing can be said, or the target was not driven at the rate. 4: the harness could not send.
 */
export function loadProblem(result: LoadResult): LoadProblem | undefined {
  const { faults } = result;
  const wrong = joined([
    [result.refused, 'refused'],
    ...(arrivesNothing(result) ? [] : [[result.lost ?? 0, 'accepted and lost'] as const]),
    [result.altered?.count ?? 0, 'came out altered'],
  ]);
  if (wrong !== undefined) return { exit: EXIT.nonconformant, message: `of ${result.sent} valid events, ${wrong}` };
  if (faults !== undefined)
    return { exit: EXIT.harness, message: `the harness could not send ${faults.count} of ${result.sent} events` };
  const doubt = doubtOf(result);
  return doubt === undefined ? undefined : { exit: EXIT.inconclusive, message: doubt };
}

function doubtOf(result: LoadResult): string | undefined {
  const { accepted, planned, sent, undecided, unanswered, overdue = 0, unseen = 0, stopped } = result;
  const silent = unansweredOf({ unanswered });
  if (accepted + undecided === 0) return 'nothing was answered';
  if (accepted === 0) return 'no answer says anything about the event';
  if (arrivesNothing(result)) return 'nothing arrived at the sink, so nothing shows that the way to it works';
  const open = joined([
    [silent, 'not answered'],
    [undecided, 'answered with something that is not about the event'],
    [overdue, 'came out after the timeout'],
    [stopped === undefined ? unseen : 0, 'accepted, and whether they came out is not known'],
  ]);
  if (open !== undefined) return `of ${sent} valid events, ${open}`;
  if (stopped === undefined && sent < planned * KEPT)
    return `the rate was not reached: ${sent} of ${planned} planned events were sent`;
  return undefined;
}

/** How many were not answered, for whatever reason. */
export const unansweredOf = ({ unanswered }: Pick<LoadResult, 'unanswered'>): number =>
  Object.values(unanswered).reduce((sum, count) => sum + count, 0);

// As the suite does: "did not arrive" is believed only where something else does.
const arrivesNothing = ({ accepted, lost, arrivalMs }: LoadResult): boolean =>
  accepted > 0 && lost === accepted && arrivalMs === undefined;

function joined(parts: readonly (readonly [count: number, what: string])[]): string | undefined {
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return said.length === 0 ? undefined : said.join(', ');
}
