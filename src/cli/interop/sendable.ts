import type { HttpMessage } from '../../binding/types.js';

/** Why HTTP cannot carry a message, or undefined if it can (RFC 9110, sections 5.1 and 5.5). Our own words. */
export function whyUnsendable({ headers }: HttpMessage): string | undefined {
  for (const [name, value] of headers) {
    if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name)) return 'the name of a header is no token';
    if (/[\r\n\0]/.test(value)) return 'the value of a header holds CR, LF or NUL';
  }
  return undefined;
}
