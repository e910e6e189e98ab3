import { ELLIPSIS } from '../text/safe.js';

/** What stays of the end: there stands what the harness made of a target's own words. */
const END = 60;

/** The text in at most `most` code points. What is too long loses its middle. */
export function middleCut(text: string, most: number): string {
  // A text of a target may have millions: the code points of its ends are enough.
  if (text.length <= most) return text;
  const start = [...text.slice(0, 2 * most)];
  const end = [...text.slice(-2 * most)];
  if (text.length <= 2 * most && start.length <= most) return text;
  return `${start.slice(0, most - END - 1).join('')}${ELLIPSIS}${end.slice(-END).join('')}`;
}
