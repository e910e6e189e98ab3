// What a message shows, put together from what its events show.
import type { JsonValue } from '../../../../src/event/types.js';
import type { RawMember } from '../../../../src/format/raw-members.js';
import type { Shown } from '../../types.js';

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

/** A member for a reader: null if it is not there, its text where its value is large. */
export function shownMember(member: RawMember | undefined): JsonValue {
  if (member === undefined) return null;
  return member.text.length > LONGEST ? `${member.text.slice(0, LONGEST)}…` : member.value;
}

/** A value is quoted as long as it fits into a report. */
const LONGEST = 400;
