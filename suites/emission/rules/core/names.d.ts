import type { EmissionRule } from '../../types.js';
/** Names are of a-z and 0-9. The case of a header's name means nothing. */
export declare const NAME_CHARSET: EmissionRule;
/** A name has a character at least. 1.0.2 does not say so. */
export declare const NAME_MIN: EmissionRule;
/** Names start with a letter. 1.0.2 does not say so. */
export declare const NAME_LETTER_FIRST: EmissionRule;
/** Names have 20 characters at most. */
export declare const NAME_MAX: EmissionRule;
/** No attribute is called data. 1.0.2 does not say so. */
export declare const NAME_NO_DATA: EmissionRule;
