// What the page of a subject against itself says, in words for both forms.

import { type LossKind, REFERENCE } from '../interop/types.js';
import { count } from '../text/layout.js';
import type { CarrierCount, CarriersInterop } from './types.js';

export const TITLE = 'One event in every carrier';

export const LEAD: string =
  'Each event was written by the reference in every carrier, a mode of a binding, and read by the subject in each that it claims. It must be the same ' +
  'event each time. Where it is not, the subject disagrees with itself; which of its readings is right is not said here.';

/** The whole in a sentence. */
export function carriersSummaryLine({ subjects, events, disagreements }: CarriersInterop): string {
  const others = subjects.filter(({ id }) => id !== REFERENCE).length;
  const divided = new Set(disagreements.map(({ subject }) => subject)).size;
  return [
    `${count(others, 'subject')} and the reference, ${count(events, 'event')}: `,
    divided === 0
      ? 'each agrees with itself.'
      : divided === 1
        ? '1 of them disagrees with itself.'
        : `${divided} of them disagree with themselves.`,
  ].join('');
}

/** What became of the events in a carrier. */
export function countText({ asked, differing, uncarried }: CarrierCount): string {
  return [
    differing === 0 ? `${asked} read alike` : `${differing} of ${asked} otherwise`,
    ...(uncarried === 0 ? [] : [`${uncarried} without a form there`]),
  ].join(', ');
}

/** What was seen of a part: a word of ours, and foreign text under it. */
export function seenText(seen: LossKind | undefined): readonly [what: string, foreign: string | undefined] {
  if (seen === undefined) return ['as told', undefined];
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
