import type { CloudEvent } from '../event/types.js';

/** Why bytes are no event. `code` is stable and machine-readable, `reason` is a sentence. */
export interface Rejection {
  readonly kind: 'rejected';
  readonly code:
    | 'not-an-event' // nothing in the message claims to be a CloudEvent
    | 'unknown-format' // a CloudEvents media type whose event format is not JSON
    | 'malformed' // not UTF-8, not JSON, not an object, not an array of objects
    | 'attribute' // an attribute value that has none of the permitted JSON types
    | 'data' // data_base64 that does not decode, or data and data_base64 together
    | 'encoding'; // a percent sequence that is not UTF-8
  readonly reason: string;
}

/** What decoding gives: one event, several of a batch, or a reason why there is none. */
export type Decoded<T = CloudEvent> = { readonly kind: 'decoded'; readonly value: T } | Rejection;
