import type { EmissionRule } from '../../types.js';
/** A Boolean is true or false, without quotes. */
export declare const TYPE_BOOL: EmissionRule;
/** An Integer is a JSON number that is written without fraction and exponent. */
export declare const TYPE_INT: EmissionRule;
/** String, URI, URI-reference and Timestamp are JSON strings, whatever their characters look like. */
export declare const TYPE_TEXT: EmissionRule;
/** The base64 of a Binary comes out as it is. What is told apart is its canonical string alone. */
export declare const TYPE_BINARY: EmissionRule;
