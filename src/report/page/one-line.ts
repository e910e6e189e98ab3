import { safe } from '../text/safe.js';

/** Foreign text on one line of at most `max` characters: white space is one blank, and nothing in it can hide or move. */
export const oneLine = (text: string, max: number = Number.POSITIVE_INFINITY): string =>
  safe(text.replaceAll(/\s+/g, ' ').trim(), max);
