/**
 * Whether a text is the value with something else, or nothing, in place of some of its characters. Linear: the parts
 * between them have to be there in their order, the first at the beginning and the last at the end.
 */
export function sameOutline(value: string, characters: RegExp, text: string): boolean {
  const parts = value.split(new RegExp(`(?:${characters.source})+`, characters.flags));
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length === 1) return text === value;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}
