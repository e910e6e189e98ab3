import type { EmissionRule } from '../../types.js';
/** No attribute is in a header alone, or nowhere. Its value and its JSON type are rules of the format. */
export declare const STR_COMPLETE: EmissionRule;
