// Strings by characters, which are code points (position A70).

const SURROGATE = /[\ud800-\udfff]/;

/** The number of characters. */
export function lengthOf(text: string): number {
  if (!SURROGATE.test(text)) return text.length;
  let length = 0;
  for (let at = 0; at < text.length; at += widthAt(text, at)) length++;
  return length;
}

/** The characters from one index to another, counted from 0, both within the text; the second is not included. */
export function sliceOf(text: string, from: number, to: number): string {
  if (!SURROGATE.test(text)) return text.slice(from, to);
  const start = offsetOf(text, 0, from);
  return text.slice(start, offsetOf(text, start, to - from));
}

/** Where so many characters end, from an offset on. */
function offsetOf(text: string, offset: number, count: number): number {
  let at = offset;
  for (let left = count; left > 0; left--) at += widthAt(text, at);
  return at;
}

const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
