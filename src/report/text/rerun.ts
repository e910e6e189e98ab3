import { safe } from './safe.js';

/**
 * The command that runs one case again. `flags` are those of this run that the case depends on; a target that the
 * configuration names (an empty one here) is found there again.
 */
export const rerun = (target: string, flags: readonly string[], caseId: string): string =>
  ['ce-conform', ...(target === '' ? [] : ['--target', target]), ...flags, '--only', caseId]
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
