// Bytes as text with one character each, the form in which header lines hold them.

/** Of a body or a key. */
export const ofBytes = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** Of a text, in UTF-8. */
export const ofText = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** Whether every character of it is printable ASCII. */
export const isPrintable = (bytes: string): boolean => /^[\x20-\x7e]*$/.test(bytes);
