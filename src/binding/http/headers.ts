// Reading the list of lines that the headers of a message are.
import type { HeaderLine } from '../types.js';

/**
 * The headers by lower-case name, in the order of first appearance. Repeated lines are joined with a comma and a blank,
 * as HTTP lets every intermediary do (RFC 9110, section 5.3; position A18).
 */
export function headersByName(headers: readonly HeaderLine[]): ReadonlyMap<string, string> {
  const joined = new Map<string, string>();
  for (const [line, value] of headers) {
    const name = line.toLowerCase();
    const before = joined.get(name);
    joined.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return joined;
}

/** The value of a header, its name in any case, or undefined if there is none. Repeated lines are joined. */
export function headerValue(headers: readonly HeaderLine[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headersByName(headers.filter(([line]) => line.toLowerCase() === wanted)).get(wanted);
}
