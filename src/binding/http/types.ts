/**
 * One header line: name and value. A value holds one character for each byte (U+0000 to U+00FF), without the white
 * space around it, so that no byte is lost or guessed at.
 */
export type HeaderLine = readonly [name: string, value: string];

/** What an HTTP request and an HTTP response have in common, as far as the binding is concerned (section 3). */
export interface HttpMessage {
  readonly headers: readonly HeaderLine[];
  readonly body: Uint8Array;
}

/** The content modes of the HTTP binding, section 1.3. */
export type ContentMode = 'binary' | 'structured' | 'batch';
