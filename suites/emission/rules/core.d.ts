import type { EmissionRule, StreamRule } from '../types.js';
/** What producers must do by the core document. */
export declare const CORE_RULES: readonly EmissionRule[];
/** The same over everything that was captured. */
export declare const CORE_STREAM_RULES: readonly StreamRule[];
