import type { EmissionRule, StreamRule } from '../types.js';
export declare const EMISSION_RULES: readonly EmissionRule[];
export declare const STREAM_RULES: readonly StreamRule[];
