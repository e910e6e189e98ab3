import { safe } from '../text/safe.js';

/** Text of a message, where blanks may matter. A viewer reads `[text](place)` in it as a link; a blank between the two ends that. */
export const messageText = (text: string, max: number): string => safe(text, max).replaceAll('](', '] (');
