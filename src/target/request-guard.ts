// Refuses what would turn one raw request into another: stimuli come from the harness's own vectors, so a line break
// inside a header is a mistake of ours, never something to send.

import type { HeaderLine } from '../binding/types.js';
import type { HttpRequest } from './types.js';

const SPLITTING = /[\r\n\0]/;
const NOT_BYTES = /[^\x00-\xff]/;

/**
 * Throws an Error when the request cannot be written byte for byte: CR, LF or NUL in the method or in a header line, a
 * character above U+00FF, or a body without framing. All other bytes pass, also those HTTP forbids.
 */
export function guardRequest(request: HttpRequest, headers: readonly HeaderLine[] = request.headers): void {
  guardText('method', request.method);
  for (const [name, value] of headers) {
    guardText('header name', name);
    guardText(`value of ${JSON.stringify(name)}`, value);
  }
  if (request.framing === 'none' && request.body.length > 0) {
    throw new Error(`a raw request without framing cannot have a body: saw ${request.body.length} bytes`);
  }
  if (request.pieces !== undefined && !(Number.isInteger(request.pieces) && request.pieces > 0)) {
    throw new Error(`pieces of a raw request must be a positive whole number of bytes: saw ${request.pieces}`);
  }
}

function guardText(what: string, text: string): void {
  if (SPLITTING.test(text)) throw new Error(`a raw request cannot hold CR, LF or NUL: saw one in the ${what}`);
  if (NOT_BYTES.test(text))
    throw new Error(`a raw request holds one character a byte: saw one above U+00FF in the ${what}`);
}
