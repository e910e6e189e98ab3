import type { HttpMessage } from '../../src/binding/http/types.js';
import type { Judgement } from '../../src/engine/judgement.js';
import type { Reaction } from '../../src/engine/observed.js';
import type { CloudEvent, JsonValue } from '../../src/event/types.js';
import type { TransportFailure } from '../../src/target/types.js';
import type { Difference } from './compare.js';
import type { JudgedVector } from './types.js';
type Refusal = Extract<Reaction, {
    readonly kind: 'refused';
}>;
/** No answer. Closing or resetting on a valid event is a failure; everything else says nothing about the event. */
export declare function broken(failure: TransportFailure, { expect }: Pick<JudgedVector, 'expect'>): Judgement;
/** A valid event was refused. Refusals with the same status and the same words have one root. */
export declare function refused(vector: JudgedVector, reaction: Refusal, requests: readonly HttpMessage[]): Judgement;
/** A valid event was accepted, and did not come out. */
export declare function noEvent(vector: JudgedVector, expected: JsonValue): Judgement;
/** The target claims to validate, and an invalid event came out of it. */
export declare function taken(vector: JudgedVector, event: CloudEvent | undefined): Judgement;
/** The event came out otherwise than it went in. */
export declare function differs(vector: JudgedVector, differences: readonly Difference[]): Judgement;
export {};
