import type { EmissionRule } from '../../types.js';
/** A subtype json, or one that ends in +json, declares JSON, whatever the parameters and the case. */
export declare const DATA_IS_JSON: EmissionRule;
/** A type that only looks like JSON makes a text of data. */
export declare const DATA_NOT_JSON: EmissionRule;
/** Text, and whatever else is under a type that is not JSON, is one JSON string. */
export declare const DATA_TEXT: EmissionRule;
/** What becomes of a JSON value under a type that cannot hold it: a refusal, or a string. */
export declare const DATA_REFUSE: EmissionRule;
