import type { AttributeValue, CloudEvent, EventData } from '../../src/event/types.js';
import type { DataSource, EventPatch } from './types.js';
/** The event that every vector starts from (`fixtures/base.yaml`), before its token is put in. */
export interface BaseEvent {
    readonly attributes: Readonly<Record<string, AttributeValue>>;
    readonly data: DataSource;
}
/** The event that a vector describes. `data: none` and unset attributes leave the member out. */
export declare function patchedEvent(base: BaseEvent, patch?: EventPatch): CloudEvent;
/** Event data from its neutral form. Throws for base64 that is none: a fault of the vector. */
export declare function eventData(source: DataSource): EventData;
/** Bytes from their neutral form. */
export declare function bytesOf(source: {
    readonly text: string;
} | {
    readonly base64: string;
}): Uint8Array;
