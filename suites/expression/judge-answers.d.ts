import type { ErrorMode } from '../../src/engine/error-mode.js';
import type { Judgement } from '../../src/engine/judgement.js';
import type { Answer, Observed } from '../../src/engine/observed.js';
import type { JsonValue } from '../../src/event/types.js';
import type { EvaluationVector } from './types.js';
/** The judgement of all answers to one vector. `mode`: how the engine goes on after an error, where it has said so. */
export declare function judgeAnswers(vector: EvaluationVector, mode: ErrorMode | undefined, observed: Observed): Judgement;
/** An answer as the report shows it. */
export declare const shown: ({ value, errors }: Answer) => JsonValue;
