import type { EmissionRule } from '../../types.js';
/** An event that was asked for in binary or in structured mode comes out in that mode. */
export declare const MODE_BOTH: EmissionRule;
/** An event in structured mode, asked for in JSON, comes out in JSON. Other formats are allowed beside it. */
export declare const MODE_JSON: EmissionRule;
