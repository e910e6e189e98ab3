import type { EmissionRule } from '../../types.js';
/** The body is the bytes of the data: those given, the UTF-8 of a text, or the JSON text of a value. */
export declare const BODY_OUT: EmissionRule;
