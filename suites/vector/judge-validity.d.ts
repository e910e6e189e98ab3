import type { Judgement } from '../../src/engine/judgement.js';
import type { Observed } from '../../src/engine/observed.js';
import type { Vector } from './types.js';
/** Judges the answers about a pair of events, and the message that the second was written to if it was found valid. */
export declare function judgeValidity(vector: Pick<Vector, 'requirement' | 'title'>, observed: Observed): Judgement;
