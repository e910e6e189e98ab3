import { safe } from './safe.js';

/** The text with unsafe code points as escapes; of one that does not fit into `max` code points, its start and its length. */
export function cut(text: string, max: number): string {
  const shown = safe(text, max);
  // A code point has at most two units, so that a text of more units does not fit, and is not looked at to its end.
  const isWhole = text.length <= 2 * max && shown === safe(text);
  return isWhole ? shown : `${shown} (${text.length} characters)`;
}
