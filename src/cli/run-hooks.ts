/** What a caller may watch and end while a run is under way. */
export interface RunHooks {
  /** Ends the run; the report then holds what ran until then. */
  readonly signal?: AbortSignal;
  /** Findings of the probes, and the address of a listener. */
  readonly onNote?: (note: string) => void;
  /** A line that a program printed. It may hold anything: make it safe before it is printed. */
  readonly onLine?: (line: string) => void;
  readonly onProgress?: (done: number, total: number) => void;
}
