import type { EmissionRule } from '../../types.js';
/** The body is UTF-8 without a byte order mark, and characters outside ASCII survive. */
export declare const ENV_UTF8: EmissionRule;
