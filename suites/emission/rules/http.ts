import type { EmissionRule, StreamRule } from '../types.js';
import { ENC_SPACE } from './http/encoding.js';

/** What producers must do by the HTTP binding. */
export const HTTP_RULES: readonly EmissionRule[] = [ENC_SPACE];

/** The same over everything that was captured. */
export const HTTP_STREAM_RULES: readonly StreamRule[] = [];
