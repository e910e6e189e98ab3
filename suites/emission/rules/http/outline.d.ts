/**
 * Whether a text is the value with something else, or nothing, in place of some of its characters. Linear: the parts
 * between them have to be there in their order, the first at the beginning and the last at the end.
 */
export declare function sameOutline(value: string, characters: RegExp, text: string): boolean;
