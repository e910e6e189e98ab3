import type { ContentMode, HttpMessage } from '../../src/binding/http/types.js';
import type { CloudEvent, JsonValue } from '../../src/event/types.js';
import type { EventExpectation } from './types.js';
/**
 * One difference between an event and the expectation. `unseen`: the target's own output repeats or may have altered
 * the bytes, so that nothing can be concluded about its decoding.
 */
export interface Difference {
    readonly kind: 'lost' | 'as-sent' | 'changed' | 'invented' | 'data-lost' | 'data-changed' | 'data-invented' | 'unseen';
    readonly name: string;
    readonly expected: JsonValue;
    readonly actual: JsonValue;
    /** Of what is unseen: what hides it, and what would show it. */
    readonly why?: string;
}
/** An event that came out, the mode it came out in, and the request that went in. */
export interface Seen {
    readonly event: CloudEvent;
    readonly mode: ContentMode;
    /** Absent where an adapter told the event itself. */
    readonly message?: HttpMessage;
    readonly request: HttpMessage;
    /** What was passed on is itself in question: that the target's own encoding hides its decoding does not matter. */
    readonly through?: true;
}
/** All differences; none means that everything the vector names came out as expected, and was seen to. */
export declare function compareEvent(seen: Seen, expected: EventExpectation): readonly Difference[];
/** Whether the time that came out is the expected one with fewer digits behind the point. Recorded, never judged. */
export declare function lostDigits({ event }: Seen, expected: EventExpectation): boolean;
