import type { EmissionRule } from '../../types.js';
/** The value of the example comes out decodable. Lower-case digits and escapes beyond need are other rules. */
export declare const ENC_EXAMPLE: EmissionRule;
