// Batches (JSON format, section 4): elements are independent of each other, and there is no most or least of them.
import fc from 'fast-check';
import type { AttributeValue, CloudEvent } from '../../event/types.js';
import { anyEvent } from '../any-event.js';
import { evenly } from '../evenly.js';

/** Small ones, which shrinking ends at, then sizes at which lists and buffers grow, and at times a hundred. */
const SIZES = [1, 1, 1, 0, 2, 2, 2, 3, 3, 3, 3, 2, 1, 0, 15, 16, 17, 16, 17, 31, 32, 33, 63, 64, 65, 100] as const;

/** The rest of a large batch is plain, so that it is cheap. */
const MOST_DRAWN = 3;

/** One batch in so many has the same id under another source. */
const SAME_ID_EACH = 4;

/** The events of a batch. No two have both source and id in common; at times two have the id. */
export const batch: fc.Arbitrary<readonly CloudEvent[]> = fc
  .tuple(
    fc.constantFrom(...SIZES),
    fc.array(anyEvent, { minLength: MOST_DRAWN, maxLength: MOST_DRAWN }),
    evenly(SAME_ID_EACH - 1),
    evenly(0xffff),
  )
  .map(([size, drawn, sameId, place]) => {
    const events = Array.from({ length: size }, (_, index) => {
      const own = drawn[size <= MOST_DRAWN ? index : (index + place) % size];
      return own ?? plainEvent(index);
    });
    const [first, second] = events;
    if (sameId === SAME_ID_EACH - 1 && first !== undefined && second !== undefined)
      events[1] = withAttributes(second, { id: String(first.attributes.get('id')) });
    return distinct(events);
  });

const plainEvent = (index: number): CloudEvent => ({
  attributes: new Map([
    ['specversion', '1.0'],
    ['id', `plain-${index}`],
    ['source', '/plain'],
    ['type', 'org.example.plain'],
  ]),
});

// A source is told from another by one segment more.
function distinct(events: readonly CloudEvent[]): readonly CloudEvent[] {
  const seen = new Set<string>();
  return events.map((event, index) => {
    const keyOf = (source: string): string => JSON.stringify([source, String(event.attributes.get('id'))]);
    const source = String(event.attributes.get('source'));
    const isNew = !seen.has(keyOf(source));
    const own = isNew ? event : withAttributes(event, { source: `/other/${index}` });
    seen.add(keyOf(String(own.attributes.get('source'))));
    return own;
  });
}

function withAttributes(event: CloudEvent, changed: Readonly<Record<string, AttributeValue>>): CloudEvent {
  return { ...event, attributes: new Map([...event.attributes, ...Object.entries(changed)]) };
}
