// For whoever wants to see the lines themselves: `adapter check` shows an author what was sent and what was seen.

/** What a program wrote on stdout that is no reply to anything that waits. */
export interface Stray {
  /** The line. Bytes that are no UTF-8 are replaced. */
  readonly line: string;
  readonly kind:
    | 'no-json' // not UTF-8, not JSON, or no object
    | 'no-id' // an object without a number as its id
    | 'unasked' // a reply to a request that was not made
    | 'second' // a reply to a request that had its reply
    | 'unended' // a line without its line feed, when time was over
    | 'too-long'; // a line beyond the limit; it is not kept
  /** A part of a sentence, safe to print. */
  readonly why: string;
}

export interface AdapterWatch {
  /** A line that was written to the program, without its line feed. */
  sent?(line: string): void;
  /** A line that the program wrote on stdout. Bytes that are no UTF-8 are replaced. */
  received?(line: string): void;
  /** A line of these, when it is no reply. */
  stray?(stray: Stray): void;
}
