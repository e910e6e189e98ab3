// From what was seen of a trial to what is wrong with it. Pure.
import type { Judgement } from '../engine/judgement.js';
import type { Symptom } from './symptom.js';
import type { Answered } from './symptoms/answered.js';
import { brokenSymptoms } from './symptoms/broken-symptoms.js';
import { failureOf } from './symptoms/failure-of.js';
import { leaks } from './symptoms/leaks.js';
import { isTooLarge } from './symptoms/limits.js';
import { disagreements, unrepeatable } from './symptoms/unlike.js';

export type { Answered } from './symptoms/answered.js';

/** Everything that is wrong, what weighs most first: no answer, then a wrong one, then answers that do not agree. */
export function symptomsOf(answered: readonly Answered[], isIssued: (token: string) => boolean): readonly Symptom[] {
  const broken = answered.flatMap(({ shot, observed }) => brokenSymptoms(shot, observed));
  if (broken.length > 0) return broken;
  const leaked = answered.flatMap(({ shot, observed }) => leaks(shot, observed, isIssued));
  if (leaked.length > 0) return leaked;
  const judged = answered.flatMap(({ shot, observed }): readonly (readonly [Answered, Judgement])[] =>
    shot.judge === undefined || isTooLarge(observed) ? [] : [[{ shot, observed }, shot.judge(observed)]],
  );
  const twice = unrepeatable(judged);
  if (twice !== undefined) return [twice];
  // Where the twin was refused, a refusal of the broken one shows nothing, and is no failure of it.
  const failed = judged.flatMap(([{ shot }, judgement]) => failureOf(shot, judgement));
  if (failed.length > 0) return failed;
  return disagreements(answered);
}
