// The place of an error, for people: the line of the text, and a caret under the place.
import type { CesqlError } from './types.js';
import { visible } from './visible.js';

/** How much of a long line is shown before and behind the place, in UTF-16 units. */
const AROUND = 60;

/**
 * Two lines: the line of the text that holds the error, and a caret below its place. Long lines are cut around it, and
 * characters that show nothing are written as `\u{…}`. An error without a place points at the beginning.
 */
export function pointAt(text: string, error: CesqlError): string {
  const at = Math.min(Math.max(error.position ?? 0, 0), text.length);
  const lineStart = Math.max(text.lastIndexOf('\n', at - 1), at === 0 ? -1 : text.lastIndexOf('\r', at - 1)) + 1;
  const start = at === 0 ? 0 : lineStart;
  const rest = text.slice(at).search(/[\r\n]/);
  const end = rest === -1 ? text.length : at + rest;
  const from = Math.max(start, at - AROUND);
  const to = Math.min(end, at + AROUND);
  const before = `${from > start ? '…' : ''}${visible(text.slice(from, at))}`;
  const behind = `${visible(text.slice(at, to))}${to < end ? '…' : ''}`;
  return `${before}${behind}\n${' '.repeat([...before].length)}^`;
}
