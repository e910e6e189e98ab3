// UTF-8 without guessing: bytes that are none give no text, and a byte order mark is a character like any other.

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** The text of UTF-8 bytes, or undefined if they are not well-formed (overlong, surrogates, cut off, beyond U+10FFFF). */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The UTF-8 bytes of a text. An unpaired surrogate, which has none, becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}
