import type { EmissionRule } from '../../types.js';
/** The type of the data is the Content-Type, with its parameters, and verbatim (position A35). */
export declare const CT_OUT: EmissionRule;
/** Data without a type has no Content-Type. What the JSON format implies for a JSON value may be written out. */
export declare const CT_NONE_OUT: EmissionRule;
/** There is no header ce-datacontenttype. */
export declare const NO_DCT_HEADER: EmissionRule;
