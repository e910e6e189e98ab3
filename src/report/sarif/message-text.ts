import { oneLine } from '../page/one-line.js';

/** Text of a message, on one line. A viewer reads `[text](place)` in it as a link; a blank between the two ends that. */
export const messageText = (text: string, max: number): string => oneLine(text, max).replaceAll('](', '] (');
