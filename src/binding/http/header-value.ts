// The two steps between a header value and an attribute value, in their order (HTTP binding, section 3.1.3.2).
import { type PercentDecoded, percentDecode, percentEncode } from './percent.js';
import { unquote } from './quoted.js';

/** The attribute value of a `ce-` header: unquoted first, then one round of percent-decoding. */
export function decodeHeaderValue(raw: string): PercentDecoded {
  return percentDecode(unquote(raw));
}

/** The header value of a canonical string, or undefined if it has none: it holds an unpaired surrogate. */
export function encodeHeaderValue(canonical: string): string | undefined {
  return percentEncode(canonical);
}
