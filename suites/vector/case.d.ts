import type { Carrier, Case } from '../../src/engine/case.js';
import type { Requirement } from '../../src/engine/requirement.js';
import { type EncodedRequests } from '../encoded-requests.js';
import type { BaseEvent } from './event.js';
import type { Vector } from './types.js';
/** The case that every other case over this carrier rests on. */
export declare const baselineOf: (carrier: Carrier) => string;
export interface Making {
    /** What the target is asked to do with the message. Default: to decode it. */
    readonly task?: 'decode' | 'forward';
    readonly encodedRequests?: EncodedRequests;
}
/** The cases of one vector, one for each of its carriers. */
export declare function casesOf(vector: Vector, requirement: Requirement, base: BaseEvent, { task, encodedRequests }?: Making): readonly Case[];
