/** Bytes in JSON: as text where they are UTF-8 that reads back the same, else as base64. */
export type ByteString = { readonly text: string } | { readonly base64: string };

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes as a byte string. */
export function toByteString(bytes: Uint8Array): ByteString {
  try {
    return { text: strict.decode(bytes) };
  } catch {
    return { base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64') };
  }
}

/** Bytes of a byte string. */
export const fromByteString = (value: ByteString): Uint8Array =>
  'text' in value ? Buffer.from(value.text, 'utf8') : Buffer.from(value.base64, 'base64');
