// Strings as literals. A backslash means itself and takes the next character with it, so not every string has a literal.

/**
 * A literal of a string: in single quotes if it can, else in double quotes. Undefined where none denotes it: it ends with
 * an odd number of backslashes, or has such a run before a quote of either kind.
 */
export function quote(text: string): string | undefined {
  return quotedIn("'", text) ?? quotedIn('"', text);
}

/** Whether some literal denotes a string. Any string without a backslash has one. */
export function hasLiteral(text: string): boolean {
  return quote(text) !== undefined;
}

function quotedIn(mark: string, text: string): string | undefined {
  let literal = mark;
  for (let at = 0; at < text.length; ) {
    const next = nextOf(text, at, mark);
    literal += text.slice(at, next);
    if (next === text.length) break;
    if (text.charAt(next) === mark) {
      literal += `\\${mark}`;
      at = next + 1;
      continue;
    }
    const pair = text.slice(next, next + 2);
    if (pair.length < 2 || pair.endsWith(mark)) return undefined;
    literal += pair;
    at = next + 2;
  }
  return literal + mark;
}

/** Where the next character stands that a literal cannot hold as it is. */
function nextOf(text: string, from: number, mark: string): number {
  let at = from;
  while (at < text.length && text.charAt(at) !== mark && text.charAt(at) !== '\\') at++;
  return at;
}
