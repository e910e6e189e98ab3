// A finding as a file: what it takes to try it again, and a line of a common tool that does.
import type { FuzzFinding, FuzzReport } from './types.js';

export const FINDING_SCHEMA = 'ce-conform/finding/1';

export interface FindingFile {
  readonly schema: typeof FINDING_SCHEMA;
  readonly tool: FuzzReport['tool'];
  readonly target: FuzzReport['target'];
  readonly savedAt: string;
  readonly finding: FuzzFinding;
  /** A command line for each message that a common tool can send as it is, or why none can. */
  readonly lines: readonly (
    | { readonly tool: string; readonly line: string }
    | { readonly tool: string; readonly reason: string }
  )[];
}
