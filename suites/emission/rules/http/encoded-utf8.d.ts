import type { EmissionRule } from '../../types.js';
/** Nothing outside ASCII leaves the producer, however the characters are written otherwise. */
export declare const ENC_ASCII: EmissionRule;
/** A character up to U+FFFF becomes the two or three bytes of its UTF-8. */
export declare const ENC_UTF8: EmissionRule;
/** A character beyond U+FFFF, two units in the memory of many languages, becomes the four bytes of its UTF-8. */
export declare const ENC_ASTRAL: EmissionRule;
