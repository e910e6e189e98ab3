import type { EmissionRule } from '../../types.js';
/** id, source, specversion and type are there. That they are empty is another rule. */
export declare const ATTR_REQUIRED: EmissionRule;
/** An attribute is there once. 1.0.2 does not say so. */
export declare const ATTR_UNIQUE: EmissionRule;
