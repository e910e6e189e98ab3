// What was expected and what came, as two lines that show where they part.
import type { JsonValue } from '../../event/types.js';
import { ELLIPSIS, safe } from './safe.js';

/** Characters before the first difference that stay visible when two long values begin alike. */
const LEAD = 16;

/** Of a value that is longer than so many lines of it, only the part around the first difference is looked at. */
const MOST_LINES = 20;

/** A value on one line: words as they are, anything else as JSON. */
export function showValue(value: JsonValue | undefined, max: number): string {
  return safe(textOf(value), max);
}

/** Two values, cut alike, so that their first difference is in view. */
export function showPair(
  expected: JsonValue | undefined,
  actual: JsonValue | undefined,
  max: number,
): { readonly expected: string; readonly actual: string } {
  const whole = [textOf(expected), textOf(actual)] as const;
  const isLong = whole.some((text) => text.length > max * MOST_LINES);
  const first = isLong ? Math.max(0, commonStart(...whole) - max) : 0;
  const window = (text: string): string => safe(isLong ? text.slice(first, first + max * MOST_LINES) : text);
  const [a, b] = [window(whole[0]), window(whole[1])];
  const start = Math.max(a.length, b.length) > max ? Math.max(0, commonStart(a, b) - LEAD) : 0;
  return { expected: from(a, start, max), actual: from(b, start, max) };
}

/** A value as one text, of any length, as it came. */
export function textOf(value: JsonValue | undefined): string {
  if (value === undefined) return '(not known)';
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value);
  } catch {
    // Data of a target may be nested deeper than the stack.
    return '(nested too deeply to be shown)';
  }
}

function commonStart(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index++;
  return index;
}

// The text is safe already; `start` may fall inside an escape or a surrogate pair, which leaves nothing unsafe but half
// a pair, and that is escaped again.
const from = (text: string, start: number, max: number): string =>
  start === 0 ? safe(text, max) : `${ELLIPSIS}${safe(text.slice(start), max - 1)}`;
