import type { EmissionRule } from '../../types.js';
/** Nobody has to write null, and nobody is blamed for it; a word for it in its place is worth recording. */
export declare const NULL_EMIT: EmissionRule;
