// What is lost on the way from the events that were told to those that came out, by meaning.
import { type Difference, differences } from '../../event/equal.js';
import type { AttributeValue, CloudEvent, EventData } from '../../event/types.js';
import type { Decoded, Encoded, Failed, Refused, Role } from './observed.js';

/** `added`: it came out, and nobody told it. */
export type Change = 'lost' | 'changed' | 'added';

/** One thing that is lost. The first three are about what came out, the others mean that nothing did. */
export type Gap =
  | {
      readonly kind: 'attribute';
      readonly name: string;
      readonly change: Change;
      readonly told?: AttributeValue;
      readonly seen?: AttributeValue;
    }
  | { readonly kind: 'data'; readonly change: Change; readonly told?: EventData; readonly seen?: EventData }
  /** Fewer or more events came out than were told. */
  | { readonly kind: 'count'; readonly told: number; readonly seen: number }
  | (Refused & { readonly by: Role })
  | (Failed & { readonly by: Role });

/**
 * Everything that is lost between two programs; nothing where the events mean the same. Undefined where one of them was
 * not asked. In a batch, each attribute counts once.
 */
export function gapsOf(
  told: readonly CloudEvent[],
  encoded: Encoded,
  decoded: Decoded | undefined,
): readonly Gap[] | undefined {
  if (encoded.kind === 'not-asked') return undefined;
  if (encoded.kind !== 'message') return [{ ...encoded, by: 'encoder' }];
  if (decoded === undefined || decoded.kind === 'not-asked') return undefined;
  if (decoded.kind !== 'events') return [{ ...decoded, by: 'decoder' }];
  const { events } = decoded;
  if (events.length !== told.length) return [{ kind: 'count', told: told.length, seen: events.length }];
  const gaps = told.flatMap((event, index) => {
    const seen = events[index];
    return seen === undefined ? [] : differences(event, seen).map(gapOf);
  });
  return gaps.filter((gap, index) => gaps.findIndex((other) => isSameGap(gap, other)) === index);
}

/** Whether two gaps are about the same part of an event, whatever became of it. */
export const isSameGap = (one: Gap, other: Gap): boolean =>
  one.kind === other.kind && (one.kind !== 'attribute' || other.kind !== 'attribute' || one.name === other.name);

/** Whether nothing usable came out, so that every part of the event is lost. */
export const isWhole = ({ kind }: Gap): boolean => kind !== 'attribute' && kind !== 'data';

function gapOf({ expected, actual, ...rest }: Difference): Gap {
  const change = actual === undefined ? 'lost' : expected === undefined ? 'added' : 'changed';
  const sides = { ...(expected !== undefined && { told: expected }), ...(actual !== undefined && { seen: actual }) };
  return { ...rest, change, ...sides } as Gap;
}
