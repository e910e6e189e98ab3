import type { Judgement } from '../../src/engine/judgement.js';
import type { Observed } from '../../src/engine/observed.js';
import type { JudgedVector } from './types.js';
/** What happened: `accepted`, `refused` or `undecided`, with the watched values of what came out. */
export declare function record(vector: JudgedVector, observed: Observed): Judgement;
