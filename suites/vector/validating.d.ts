import type { Case } from '../../src/engine/case.js';
import { type BaseEvent } from './event.js';
import type { JudgedVector, Vector } from './types.js';
/**
 * The case of a vector for a target that claims to validate: it is handed the message, or asked about the event in it.
 * `judged` is the part of the vector that is judged.
 */
export declare function validating(item: Case, vector: Vector, { judged, base, asked, }: {
    readonly judged: JudgedVector;
    readonly base: BaseEvent;
    readonly asked: 'message' | 'event';
}): Case;
