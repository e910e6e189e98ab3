import type { EmissionRule } from '../../types.js';
/** time has the form of RFC 3339, section 5.6, with an offset. */
export declare const TIME_OUT: EmissionRule;
