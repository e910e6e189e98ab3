/** The streams of a command: results on `out`, progress and logs on `err`. Handed in, so that tests can read them. */
export interface Io {
  readonly out: Stream;
  readonly err: Stream;
  /** Ends a run early when the user asks for it (Ctrl-C). */
  readonly signal: AbortSignal;
  /** A file that a page about a run is appended to. Only the process itself has one, by GITHUB_STEP_SUMMARY. */
  readonly jobSummary?: string;
}

export interface Stream {
  readonly isTty: boolean;
  readonly hasColors: boolean;
  readonly columns: number;
  write(text: string): void;
}
