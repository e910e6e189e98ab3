// For whoever wants to see the lines themselves: `adapter check` shows an author what was sent and what was seen.

export interface AdapterWatch {
  /** A line that was written to the program, without its line feed. */
  sent?(line: string): void;
  /** A line that the program wrote on stdout. Bytes that are no UTF-8 are replaced. */
  received?(line: string): void;
  /** The same line, when it is no reply to anything that waits. `why` is a part of a sentence, safe to print. */
  stray?(line: string, why: string): void;
}
