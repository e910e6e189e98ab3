import type { EmissionRule } from '../../types.js';
/** A Boolean is true or false, in lower case. */
export declare const TYPE_BOOL: EmissionRule;
/** An Integer has neither plus sign nor leading zeros, fraction or exponent. */
export declare const TYPE_INT: EmissionRule;
/** A Binary is base64 of the standard alphabet, with padding (position A06). */
export declare const TYPE_BIN: EmissionRule;
