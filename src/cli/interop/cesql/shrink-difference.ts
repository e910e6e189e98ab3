// Shrinks an expression on which an engine differs from ours, with the engine itself as the judge of every step.
import type { ErrorMode } from '../../../cesql/types.js';
import type { Posed } from '../../../generate/expression/posed.js';
import { smallerPosed } from '../../../generate/expression/smaller-posed.js';
import { textOf } from '../../../generate/expression/spell.js';
import { type Answer, ourAnswers } from '../../../report/interop-cesql/answer.js';
import { compare, type Difference } from '../../../report/interop-cesql/compare.js';
import { type Judged, judge } from '../../../report/interop-cesql/judge.js';

export interface Shrunk {
  readonly posed: Posed;
  readonly difference: Difference;
  readonly judged: Judged;
}

/** How an answer differs from ours in a mode, and what the text says about that; undefined where it does not. */
export function differenceOf(posed: Posed, theirs: Answer, mode: ErrorMode): Shrunk | undefined {
  const ours = ourAnswers(textOf(posed), posed.event);
  const difference = compare(theirs, ours[mode]);
  return difference && { posed, difference, judged: judge(posed, difference, theirs, ours) };
}

/**
 * The smallest expression that differs alike, as far as so many questions lead. One that the text settles never becomes
 * one that it leaves open; the other way round is welcome.
 */
export async function shrinkDifference(
  start: Shrunk,
  mode: ErrorMode,
  questions: number,
  ask: (posed: Posed) => Promise<Answer>,
): Promise<Shrunk> {
  let left = questions;
  const better = async (current: Shrunk): Promise<Shrunk | undefined> => {
    for (const posed of smallerPosed(current.posed)) {
      if (left === 0) return undefined;
      left -= 1;
      const seen = differenceOf(posed, await ask(posed), mode);
      const isAlike = seen?.difference.what === start.difference.what;
      if (isAlike && (current.judged.verdict === 'open' || seen.judged.verdict === 'settled')) return seen;
    }
    return undefined;
  };
  let current = start;
  for (let next = await better(current); next !== undefined; next = await better(current)) current = next;
  return current;
}
