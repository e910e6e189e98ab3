// Percent-encoding of header values (HTTP binding, section 3.1.3.2), which is stricter than that of URIs.
import { decodeUtf8 } from '../../event/utf8.js';

/** A decoded value, or the finding that it has octets which are not UTF-8 and must be rejected. */
export type PercentDecoded = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'bad-utf8' };

/**
 * A text with blank, double quote, percent sign and all but U+0021 to U+007E as upper-case escapes of its UTF-8 bytes.
 * Undefined for a text with an unpaired surrogate: it has no UTF-8, and writing U+FFFD would make a value up.
 */
export function percentEncode(text: string): string | undefined {
  let written = '';
  // What needs no escape is taken over in runs.
  let taken = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit <= 0x7e && unit >= 0x21 && unit !== QUOTE && unit !== PERCENT) continue;
    const point = unit < 0x80 ? unit : text.codePointAt(at);
    if (point === undefined || (point >= 0xd800 && point <= 0xdfff)) return undefined;
    written += text.slice(taken, at) + escaped(point);
    if (point > 0xffff) at += 1;
    taken = at + 1;
  }
  return taken === 0 ? text : written + text.slice(taken);
}

const QUOTE = 0x22;
const PERCENT = 0x25;

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

/** The escapes of the bytes of a code point that is no surrogate, in UTF-8 (RFC 3629, section 3). */
function escaped(point: number): string {
  const last = escapeOf(0x80 | (point & 0x3f));
  if (point < 0x80) return escapeOf(point);
  if (point < 0x800) return escapeOf(0xc0 | (point >> 6)) + last;
  const third = escapeOf(0x80 | ((point >> 6) & 0x3f)) + last;
  if (point < 0x1_0000) return escapeOf(0xe0 | (point >> 12)) + third;
  return escapeOf(0xf0 | (point >> 18)) + escapeOf(0x80 | ((point >> 12) & 0x3f)) + third;
}

const escapeOf = (byte: number): string => ESCAPES[byte] ?? '';

const ESCAPES: readonly string[] = Array.from(
  { length: 256 },
  (_, byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
);
