import type { AttributeLine } from './attribute-headers.js';
/** Whether escapes in this header can be the value's own: it is a URI, or looks like a part of one. */
export declare const mayHoldOwnEscapes: ({ name, raw }: AttributeLine) => boolean;
/** The value, if escapes in the header are those of the binding beyond reasonable doubt, and UTF-8; else undefined. */
export declare const surelyDecoded: (line: AttributeLine) => string | undefined;
/**
 * Whether percent signs of a URI stand unencoded (position A31): it is a URI as it stands, and decoded as receivers
 * must, it is none, or its octets are not UTF-8.
 */
export declare function holdsOwnEscapes({ name, raw }: AttributeLine): boolean;
