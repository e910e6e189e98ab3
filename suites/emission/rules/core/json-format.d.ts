import type { EmissionRule } from '../../types.js';
/** In structured mode an event comes out as JSON. How well is the matter of the format's own rules. */
export declare const FORMAT_JSON: EmissionRule;
