import type { EmissionRule } from '../../types.js';
/** Hexadecimal digits of escapes are upper case. */
export declare const ENC_UPPER: EmissionRule;
/** What was percent-encoded is not encoded or quoted once more, nor by the rules of mail. */
export declare const ENC_SINGLE: EmissionRule;
