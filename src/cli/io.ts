/** The streams of a command: results on `out`, progress and logs on `err`. Handed in, so that tests can read them. */
export interface Io {
  readonly out: Stream;
  readonly err: Stream;
  /** Ends a run early when the user asks for it (Ctrl-C). */
  readonly signal: AbortSignal;
}

export interface Stream {
  readonly isTty: boolean;
  readonly hasColors: boolean;
  readonly columns: number;
  write(text: string): void;
}
