import type { EmissionRule, StreamRule } from '../types.js';

/** What producers must do by the JSON format. */
export const JSON_RULES: readonly EmissionRule[] = [];

/** The same over everything that was captured. */
export const JSON_STREAM_RULES: readonly StreamRule[] = [];
