import type { EmissionRule, StreamRule } from '../types.js';
/** What producers must do by the HTTP binding. */
export declare const HTTP_RULES: readonly EmissionRule[];
/** The same over everything that was captured. */
export declare const HTTP_STREAM_RULES: readonly StreamRule[];
