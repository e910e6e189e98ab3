import type { EmissionRule } from '../../types.js';
/** Objects, arrays, numbers, booleans and null under a JSON type are themselves in data. */
export declare const DATA_NATIVE: EmissionRule;
/** A string under a JSON type is a JSON string, encoded once. */
export declare const DATA_STRING: EmissionRule;
/** Without a type, data is what it would be under application/json. */
export declare const DATA_DEFAULT: EmissionRule;
/** Data is in one of the two members, never in both. */
export declare const DATA_ONE: EmissionRule;
