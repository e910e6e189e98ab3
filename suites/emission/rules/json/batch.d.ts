import type { EmissionRule } from '../../types.js';
/** A batch is an array with one JSON event for each event. */
export declare const BATCH_ARRAY: EmissionRule;
/** Who was asked for the JSON format does not write the batch format. */
export declare const BATCH_INDICATED: EmissionRule;
