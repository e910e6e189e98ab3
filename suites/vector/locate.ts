// Finds, among everything that came out of a target, the events that a vector sent in.
import { attributeLine } from '../../src/binding/parts.js';
import type { Message, MessageEvents } from '../../src/binding/types.js';
import type { Observed } from '../../src/engine/observed.js';
import { isOwnEvent } from '../../src/engine/own-event.js';
import { sameEvent } from '../../src/event/equal.js';
import type { AttributeValue, CloudEvent } from '../../src/event/types.js';
import type { Seen } from './compare.js';
import type { JudgedVector } from './types.js';

export type Located =
  | { readonly kind: 'none' }
  | { readonly kind: 'copied' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** One place for each expected event, and how many more events than those came out. */
  | {
      readonly kind: 'found';
      readonly events: readonly (Seen | undefined)[];
      readonly surplus: number;
      /** The event has another id than the one that was sent: an altered one, or another event with a part of it. */
      readonly unnamed?: true;
    };

/**
 * Events are matched by the id that was sent; an event alone is taken for the one that was sent, so that an id which
 * was altered shows as altered rather than as lost.
 */
export function locate(vector: JudgedVector, observed: Observed, count: number): Located {
  const request = observed.requests[0];
  if (request === undefined || observed.outputs.length === 0) return { kind: 'none' };
  // Of who passes events on, a copy is all that is asked.
  if (vector.through !== true && observed.outputs.some((output) => output.copied)) return { kind: 'copied' };
  const through = vector.through === true ? { through: true as const } : {};
  const all: Seen[] = [];
  for (const { decoded, message } of observed.outputs) {
    if (decoded.kind === 'decoded') {
      if (isTwoEvents(message, decoded.value)) return { kind: 'unreadable', reason: TWO_EVENTS };
      const { mode } = decoded.value;
      for (const event of decoded.value.events)
        all.push({ event, mode, request, ...(message && { message }), ...through });
    } else if (decoded.code !== 'not-an-event') return { kind: 'unreadable', reason: decoded.reason };
  }
  // Whoever forwards may do so more than once: the same event again is a duplicate, not another event (core, id).
  const seen = observed.observation === 'sink' ? distinct(all) : all;
  // A reply may carry an event of the target's own, which tells nothing about the one that was sent.
  if (!seen.some(({ event }) => isOwnEvent(event, observed))) {
    const isExpected = expectedIds(vector, observed.token, count).some((id) => byId(seen, id) !== undefined);
    if (!isExpected) return { kind: 'none' };
  }
  if (count <= 1 && vector.batch === undefined) {
    const named = byId(seen, idOf(vector, 0, observed.token));
    return {
      kind: 'found',
      events: [named ?? seen[0]],
      surplus: surplus(vector, seen, 1),
      ...(named === undefined ? { unnamed: true as const } : {}),
    };
  }
  const ids = Array.from({ length: count }, (_, index) => idOf(vector, index, observed.token));
  const events = ids.map((id, index) =>
    // Id and source together tell one event from another (core, id).
    ids.indexOf(id) === ids.lastIndexOf(id) ? byId(seen, id) : bySource(seen, id, sourceOf(vector, index)),
  );
  return { kind: 'found', events, surplus: Math.max(0, seen.length - count) };
}

const distinct = (seen: readonly Seen[]): readonly Seen[] =>
  seen.filter((one, index) => !seen.slice(0, index).some((earlier) => sameEvent(earlier.event, one.event)));

const expectedIds = (vector: JudgedVector, token: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => idOf(vector, index, token));

const TWO_EVENTS = 'its ce-id is not that of the event in its body';

// An event whose data is an event, written in binary mode, has the Content-Type of structured mode: what was understood
// is in the headers, what a reader finds is in the body.
function isTwoEvents(message: Message | undefined, { mode, events }: MessageEvents<CloudEvent>): boolean {
  const id = mode === 'binary' || message === undefined ? undefined : attributeLine(message, 'id');
  return id !== undefined && !events.some(({ attributes }) => attributes.get('id') === id);
}

// A message that was sent more than once may come out more than once.
const surplus = (vector: JudgedVector, seen: readonly Seen[], count: number): number =>
  Math.max(0, seen.length - count * (vector.times ?? 1));

const byId = (seen: readonly Seen[], id: string): Seen | undefined =>
  seen.find(({ event }) => event.attributes.get('id') === id);

const bySource = (seen: readonly Seen[], id: string, source: AttributeValue | undefined): Seen | undefined =>
  seen.find(({ event }) => event.attributes.get('id') === id && event.attributes.get('source') === source);

const sourceOf = ({ expect }: JudgedVector, index: number): AttributeValue | undefined =>
  expect !== undefined && 'elements' in expect ? expect.elements[index]?.attributes?.['source'] : undefined;

function idOf(vector: JudgedVector, index: number, token: string): string {
  const expected = vector.expect;
  const attributes =
    expected === undefined || 'accepted' in expected || 'refused' in expected
      ? undefined
      : ('event' in expected ? expected.event : expected.elements[index])?.attributes;
  return String(attributes?.['id'] ?? (vector.batch?.[index] ?? vector.event)?.set?.['id'] ?? token);
}
