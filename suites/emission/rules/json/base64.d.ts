import type { EmissionRule } from '../../types.js';
/** Bytes go to data_base64, in the base64 of RFC 4648, section 4. */
export declare const DATA_B64: EmissionRule;
/** The type of binary data is that of the bytes, not that of their base64. */
export declare const DATA_B64_TYPE: EmissionRule;
/** Binary data that has no type gets none. */
export declare const DATA_B64_NOTYPE: EmissionRule;
