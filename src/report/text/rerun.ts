import { safe } from './safe.js';

/** What a rerun needs to know of this run. */
export interface Rerun {
  readonly target: string;
  readonly flags: readonly string[];
  /** What stands behind everything else: the command line of a program. */
  readonly tail: readonly string[];
}

/**
 * The command that runs one case again. `flags` are those of this run that the case depends on; a target that the
 * configuration names (an empty one here) is found there again.
 */
export const rerun = ({ target, flags, tail }: Rerun, caseId: string): string =>
  ['ce-conform', ...(target === '' ? [] : ['--target', target]), ...flags, '--only', caseId, ...tail]
    .map(quoteArgument)
    .join(' ');

/**
 * An argument as a POSIX shell reads it back. A code point that could harm a terminal stands as an escape inside the
 * quotes: such a line is to be read, and would not run.
 */
export function quoteArgument(text: string): string {
  if (/^[A-Za-z0-9_.:/@%+,-][A-Za-z0-9_.:/@%+,=-]*$/.test(text)) return text;
  return `'${safe(text).replaceAll("'", `'\\''`)}'`;
}
