import { judgeVector } from '../../../suites/vector/judge.js';
import type { JudgedVector } from '../../../suites/vector/types.js';
import type { Judgement } from '../../engine/judgement.js';
import type { Observed } from '../../engine/observed.js';
import type { CloudEvent } from '../../event/types.js';
import { cameOutPlainly } from '../came-out-plainly.js';
import { batchVectorOf, vectorOf } from '../expected-event.js';

const PASSES: Judgement = { status: 'pass' };

/** The judgement of valid events that were sent: at a look where they came out just as they are, else as that of a vector. */
export function judgedEvents(own: readonly CloudEvent[], isBatch: boolean, observed: Observed): Judgement {
  if (cameOutPlainly(own, observed)) return PASSES;
  const [single] = own;
  return judged(isBatch || single === undefined ? batchVectorOf(own) : vectorOf(single), observed);
}

/** The judgement of a vector, by the event. */
export const judged = (vector: JudgedVector, observed: Observed): Judgement => judgeVector(vector, 'event', observed);
