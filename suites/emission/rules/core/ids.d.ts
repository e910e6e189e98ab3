import type { EmissionRule, StreamRule } from '../../types.js';
/** Distinct events of one batch have not the same source and id, unless they were asked for with these. */
export declare const ID_UNIQUE: EmissionRule;
/** The same over everything that was captured. */
export declare const ID_UNIQUE_STREAM: StreamRule;
