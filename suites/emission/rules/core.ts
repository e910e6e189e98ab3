import type { EmissionRule, StreamRule } from '../types.js';

/** What producers must do by the core document. */
export const CORE_RULES: readonly EmissionRule[] = [];

/** The same over everything that was captured. */
export const CORE_STREAM_RULES: readonly StreamRule[] = [];
