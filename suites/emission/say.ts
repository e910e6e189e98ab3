// What a message shows, in the words of the rules, and put together from what its parts show.
import type { JsonValue } from '../../src/event/types.js';
import type { Shown } from './types.js';

export const KEPT: Shown = { kind: 'kept' };

export const silent = (reason: string): Shown => ({ kind: 'silent', reason });

/** `root`: failures with the same words are one finding. */
export const broken = (message: string, expected: JsonValue, actual: JsonValue, root?: string): Shown => ({
  kind: 'broken',
  message,
  expected,
  actual,
  ...(root === undefined ? {} : { root }),
});

/** One broken part breaks the whole; one kept part shows that it is kept; `nothing`: the reason where nothing shows. */
export function weigh(parts: readonly Shown[], nothing: string): Shown {
  return (
    parts.find(({ kind }) => kind === 'broken') ??
    parts.find(({ kind }) => kind === 'kept') ??
    parts[0] ??
    silent(nothing)
  );
}
