import type { EmissionRule, StreamRule } from '../types.js';
/** What producers must do by the JSON format. */
export declare const JSON_RULES: readonly EmissionRule[];
/** The same over everything that was captured. The format says nothing about several messages. */
export declare const JSON_STREAM_RULES: readonly StreamRule[];
