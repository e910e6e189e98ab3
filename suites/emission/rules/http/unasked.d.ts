import type { EmissionRule, StreamRule } from '../../types.js';
/** One event that was asked for in another mode does not come out as a batch. */
export declare const BATCH_UNASKED: EmissionRule;
/** The same over all that was captured. Who asked, and how, is between the producer and its user. */
export declare const BATCH_UNASKED_STREAM: StreamRule;
