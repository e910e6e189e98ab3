import type { EmissionRule } from '../../types.js';
/** What is written as an Integer is within the range of 32 bits. */
export declare const TYPE_INT_RANGE: EmissionRule;
/** No value is an object, an array or a fraction. */
export declare const TYPE_CLOSED: EmissionRule;
