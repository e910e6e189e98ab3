// Losses by their cause: one subject that loses one thing, whatever the event, the mode and the partner are.
import type { ContentMode } from '../../binding/types.js';
import { groups } from '../text/sections.js';
import type { Gap } from './gaps.js';
import type { Cause, Loss } from './types.js';
import { whatIsLost } from './what.js';

/** One loss, and where it was seen. */
export interface Seen {
  readonly gap: Gap;
  readonly loss: Loss;
  readonly mode: ContentMode;
  readonly event: string;
  readonly encoder: string;
  readonly decoder: string;
}

interface Blamed extends Seen {
  readonly side: Cause['side'];
}

/** The causes; those that lose most events come first, and equal ones in the order in which they were seen. */
export function causesOf(seen: readonly Seen[]): readonly Cause[] {
  return groups(seen.flatMap(sides), ({ side, gap, loss, ...one }) =>
    JSON.stringify([side, ...subjectsOf(side, one), whatIsLost(gap, side), loss.unencoded === true, gistOf(gap, side)]),
  )
    .map(([, members]) => causeOf(members))
    .filter((cause) => cause !== undefined)
    .toSorted((a, b) => b.events.length - a.events.length);
}

// What either loses alone has two causes.
const sides = (one: Seen): readonly Blamed[] =>
  one.loss.side === 'both'
    ? [
        { ...one, side: 'encoder' },
        { ...one, side: 'decoder' },
      ]
    : [{ ...one, side: one.loss.side }];

function causeOf(members: readonly Blamed[]): Cause | undefined {
  const [first] = members;
  if (first === undefined) return undefined;
  const { side, gap, loss, mode, event, encoder, decoder } = first;
  return {
    side,
    subjects: subjectsOf(side, first),
    what: whatIsLost(gap, side),
    ...(loss.unencoded === true && { unencoded: true }),
    modes: distinct(members, (one) => one.mode),
    events: distinct(members, (one) => one.event),
    partners: side === 'open' ? [] : distinct(members, (one) => (side === 'encoder' ? one.decoder : one.encoder)),
    example: { mode, event, encoder, decoder, loss },
  };
}

/** Words of a reason that tell one cause of a refusal from another; what follows them is mostly about one value. */
const GIST_WORDS = 5;

/**
 * The beginning of a reason: plain words alone, because names and values differ from event to event. What decoders say of
 * one encoder's message is one cause, in the words of each of them.
 */
function gistOf(gap: Gap, side: Cause['side']): string {
  if (!('by' in gap) || (side !== 'open' && gap.by !== side)) return '';
  const reason = gap.kind === 'refused' ? gap.reason.slice(0, 400) : gap.code;
  const words = reason.split(/\s+/).filter((word) => /^[A-Za-z]+[,.:;]?$/.test(word));
  return words.slice(0, GIST_WORDS).join(' ').toLowerCase();
}

const subjectsOf = (side: Cause['side'], { encoder, decoder }: Pick<Seen, 'encoder' | 'decoder'>): readonly string[] =>
  side === 'open' ? [encoder, decoder] : [side === 'encoder' ? encoder : decoder];

const distinct = <T>(members: readonly Blamed[], part: (one: Blamed) => T): readonly T[] => [
  ...new Set(members.map(part)),
];
