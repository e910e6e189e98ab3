import type { EmissionRule } from '../../types.js';
/** A space is written as %20. */
export declare const ENC_SPACE: EmissionRule;
/** A double quote is written as %22. */
export declare const ENC_QUOTE: EmissionRule;
/** A percent sign is written as %25, also where it begins an escape of a URI (position A31). */
export declare const ENC_PERCENT: EmissionRule;
