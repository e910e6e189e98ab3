// The type Binary of "Type System": bytes, written in the standard alphabet of RFC 4648, section 4.
import { Buffer } from 'node:buffer';

/**
 * The bytes of a base64 text, or undefined if it is none: wrong alphabet, missing padding, white space. Pad bits that
 * are not zero are tolerated, as RFC 4648, section 3.5 allows; `encodeBase64` of the result tells them apart.
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  // A search for a foreign character never backtracks, whatever the length.
  if (/[^A-Za-z0-9+/]/.test(text.slice(0, text.length - padding))) return undefined;
  return new Uint8Array(Buffer.from(text, 'base64'));
}

/** The canonical string of bytes: base64 with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
