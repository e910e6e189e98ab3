import type { Needs } from '../../src/engine/case.js';
import type { Judgement } from '../../src/engine/judgement.js';
import type { Observed } from '../../src/engine/observed.js';
import type { JudgedVector } from './types.js';
/** Judges one vector; its token is in it already. `id` is the requirement, for grouping failures by cause. */
export declare function judgeVector(vector: JudgedVector, needs: Needs, observed: Observed): Judgement;
