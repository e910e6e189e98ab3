// No mutation makes a message larger than that, whatever it was before and however often it is applied.

/** Bytes of a body. With the lines it is less than 256 KiB. */
export const MOST_BODY: number = 192 * 1024;

/** Bytes of all lines, and of the value of one. */
export const MOST_LINES: number = 48 * 1024;
export const MOST_VALUE: number = 16 * 1024;

/** Levels of JSON: what parsers that recurse cannot take, and parsers that count can. */
export const MOST_LEVELS = 20_000;
