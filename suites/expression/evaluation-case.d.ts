import type { Case } from '../../src/engine/case.js';
import type { Requirement } from '../../src/engine/requirement.js';
import { type BaseEvent } from '../vector/event.js';
import type { EvaluationVector } from './types.js';
/** The value of an attribute that is different in every case: who does not know it answers without looking. */
export declare const GROUND = "cesql.attr.required/id";
/** The case of one vector. */
export declare function evaluationCaseOf(vector: EvaluationVector, requirement: Requirement, base: BaseEvent): Case;
