import type { ErrorMode } from '../../src/engine/error-mode.js';
import type { Answer } from '../../src/engine/observed.js';
import type { JsonValue } from '../../src/event/types.js';
import type { EvaluationVector, Outcome } from './types.js';
/** What is wrong with an answer. `kind` groups: one defect of an engine shows in many expressions. */
export interface Mismatch {
    readonly kind: 'refused' | 'taken' | 'no value' | 'type' | 'value' | 'error' | 'no error';
    readonly message: string;
}
/** The outcomes that are right: of an engine without a declared error mode, those of each mode. */
export declare function outcomesOf(expect: NonNullable<EvaluationVector['expect']>, mode?: ErrorMode): readonly Outcome[];
/** How an answer differs from the nearest of the outcomes; undefined where it is one of them. */
export declare function mismatch(answer: Answer, outcomes: readonly Outcome[]): Mismatch | undefined;
/** The type of a value in the language; of what is none of its values, in words. */
export declare function typeOf(value: JsonValue | undefined): string;
