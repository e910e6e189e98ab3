import { Buffer, isUtf8 } from 'node:buffer';

/** Bytes in JSON: as text where they are UTF-8 that reads back the same, else as base64. */
export type ByteString = { readonly text: string } | { readonly base64: string };

/** Bytes as a byte string. */
export function toByteString(bytes: Uint8Array): ByteString {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return isUtf8(buffer) ? { text: buffer.toString('utf8') } : { base64: buffer.toString('base64') };
}

/** A text with one character for each byte, as header values are, as a byte string. */
export function latin1ToByteString(text: string): ByteString {
  // Nearly all are ASCII, which is its own UTF-8.
  return /^[\x00-\x7f]*$/.test(text) ? { text } : toByteString(Buffer.from(text, 'latin1'));
}

/** Bytes of a byte string. */
export const fromByteString = (value: ByteString): Uint8Array =>
  'text' in value ? Buffer.from(value.text, 'utf8') : Buffer.from(value.base64, 'base64');
