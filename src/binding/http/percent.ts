// Percent-encoding of header values (HTTP binding, section 3.1.3.2), which is stricter than that of URIs.
import { decodeUtf8, encodeUtf8 } from '../../event/utf8.js';

/** A decoded value, or the finding that it has octets which are not UTF-8 and must be rejected. */
export type PercentDecoded = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'bad-utf8' };

/**
 * A text with blank, double quote, percent sign and all but U+0021 to U+007E as upper-case escapes of its UTF-8 bytes.
 * Undefined for a text with an unpaired surrogate: it has no UTF-8, and writing U+FFFD would make a value up.
 */
export function percentEncode(text: string): string | undefined {
  // Most values need none.
  if (!/[^\x21\x23\x24\x26-\x7e]/.test(text)) return text;
  if (/\p{Surrogate}/u.test(text)) return undefined;
  return text.replace(/[^\x21\x23\x24\x26-\x7e]+/gu, escaped);
}

/**
 * One round of decoding of a value with a character for each byte. What looks like an escape but is none (`%`, `%2`,
 * `%GG`) stays as it is (position A32). The octets that come out have to be UTF-8 as a whole, raw ones included.
 */
export function percentDecode(raw: string): PercentDecoded {
  if (!/[^\x00-\x24\x26-\x7f]/.test(raw)) return { kind: 'text', text: raw };
  // A character that is no byte breaks the contract of header lines, and can be no part of UTF-8 either.
  if (/[^\x00-\xff]/.test(raw)) return { kind: 'bad-utf8' };
  const unescaped = raw.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const text = decodeUtf8(Uint8Array.from(unescaped, (character) => character.charCodeAt(0)));
  return text === undefined ? { kind: 'bad-utf8' } : { kind: 'text', text };
}

function escaped(run: string): string {
  let written = '';
  for (const byte of encodeUtf8(run)) written += ESCAPES[byte];
  return written;
}

const ESCAPES: readonly string[] = Array.from(
  { length: 256 },
  (_, byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
);
