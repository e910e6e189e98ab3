/** The documented exit codes. */
export const EXIT = {
  conformant: 0,
  nonconformant: 1,
  usage: 2,
  inconclusive: 3,
  harness: 4,
  stale: 5,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The one error a user meets: what failed and what was seen (`message`), what to do (`hint`), and the exit code. */
export interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly exit: ExitCode;
}

/** Carries a diagnostic through the call stack. The one class of the project: only an Error keeps its stack. */
export class ConformError extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic, options?: { readonly cause?: unknown }) {
    super(diagnostic.message, options);
    this.name = 'ConformError';
    this.diagnostic = diagnostic;
  }
}

/** An error of usage or configuration, exit code 2. */
export function usageError(code: string, message: string, hint?: string): ConformError {
  return new ConformError({ code, message, exit: EXIT.usage, ...(hint === undefined ? {} : { hint }) });
}
