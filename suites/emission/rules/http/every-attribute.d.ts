import type { EmissionRule } from '../../types.js';
/**
 * A character that is encoded in one attribute is encoded in the others too. Where it is encoded in none, the rules about
 * characters say so.
 */
export declare const ENC_ALL: EmissionRule;
