// What the page of a subject against itself says, in words for both forms.

import { type LossKind, REFERENCE } from '../interop/types.js';
import { count } from '../text/layout.js';
import type { CarrierCount, CarrierSubject, CarriersInterop, Disagreement } from './types.js';

export const TITLE = 'One event in every carrier';

export const LEAD: string =
  'Each event was written by the reference in every carrier, a mode of a binding, and read by the subject in each that it claims. It must be the same ' +
  'event each time. Where it is not, the subject disagrees with itself; which of its readings is right is not said here.';

/** The whole in a sentence. */
export function carriersSummaryLine({ subjects, events, disagreements, run }: CarriersInterop): string {
  const others = subjects.filter(({ id }) => id !== REFERENCE).length;
  const divided = new Set(disagreements.map(({ subject }) => subject)).size;
  return `${count(others, 'subject')} and the reference, ${count(events, 'event')}: ${
    divided === 0
      ? run.stopped === undefined
        ? 'each agrees with itself.'
        : 'no disagreement was seen.'
      : divided === 1
        ? '1 of them disagrees with itself.'
        : `${divided} of them disagree with themselves.`
  }`;
}

/** What became of the events in a carrier; undefined is one that the subject does not claim to read. */
export function countText(counted: CarrierCount | undefined): string {
  if (counted === undefined) return 'not claimed';
  const { asked, differing, refused, uncarried } = counted;
  const apart = [
    ...(differing === 0 ? [] : [`${differing} otherwise`]),
    ...(refused === 0 ? [] : [`${refused} not read`]),
  ];
  return [
    apart.length === 0 ? `${asked} alike` : `${apart.join(' and ')}, of ${asked}`,
    ...(uncarried === 0 ? [] : [`${uncarried} more not written`]),
  ].join('; ');
}

/** What has to be known about a subject; the reason is foreign. */
export function noteText({ gaveUp, carriers }: CarrierSubject): readonly [what: string, foreign: string | undefined] {
  if (gaveUp !== undefined) return ['not asked everything:', gaveUp];
  if (carriers.length > 1) return ['', undefined];
  return [carriers.length === 1 ? 'one carrier alone, compared with nothing' : 'reads nothing', undefined];
}

/** What became of the same part in the other carrier. */
export function seenThereText({ seen, seenThere }: Disagreement['example']): ReturnType<typeof seenText> {
  if (seenThere !== undefined) return seenText(seenThere);
  // Where nothing came out on one side, the whole event is compared, and it may have come out changed on the other.
  return [seen.kind === 'attribute' || seen.kind === 'data' ? 'as told' : 'read', undefined];
}

/** What was seen of a part: a word of ours, and foreign text under it. */
export function seenText(seen: LossKind): readonly [what: string, foreign: string | undefined] {
  switch (seen.kind) {
    case 'attribute':
      return [seen.change === 'lost' ? 'nothing' : `${seen.change}:`, named(seen.name, seen.seen)];
    case 'data':
      return [seen.change === 'lost' ? 'no data' : `data ${seen.change}:`, seen.seen];
    case 'count':
      return [`${seen.seen} events`, undefined];
    case 'refused':
      return ['refused:', seen.reason];
    case 'failed':
      return ['no answer:', seen.message];
  }
}

const named = (name: string, value: string | undefined): string | undefined =>
  value === undefined ? name : `${name} = ${value}`;
