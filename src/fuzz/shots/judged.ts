import { judgeVector } from '../../../suites/vector/judge.js';
import type { JudgedVector } from '../../../suites/vector/types.js';
import type { Judgement } from '../../engine/judgement.js';
import type { Observed } from '../../engine/observed.js';
import type { AttributeValue, CloudEvent } from '../../event/types.js';
import { cameOutPlainly } from '../came-out-plainly.js';
import { batchVectorOf, vectorOf } from '../expected-event.js';
import { URI_ATTRIBUTES } from '../no-matter.js';
import { isSameUri } from '../same-uri.js';

const PASSES: Judgement = { status: 'pass' };

/** The judgement of valid events that were sent: at a look where they came out just as they are, else as that of a vector. */
export function judgedEvents(own: readonly CloudEvent[], isBatch: boolean, observed: Observed): Judgement {
  if (cameOutPlainly(own, observed)) return PASSES;
  const seen = eventsById(observed);
  const settled = own.map((event) => withUrisOf(event, seen));
  const [single] = settled;
  return judged(isBatch || single === undefined ? batchVectorOf(settled) : vectorOf(single), observed);
}

type ById = ReadonlyMap<AttributeValue | undefined, CloudEvent>;

/** The first of each id that came out. */
function eventsById({ outputs }: Observed): ById {
  const events = new Map<AttributeValue | undefined, CloudEvent>();
  for (const { decoded } of outputs)
    for (const event of decoded.kind === 'decoded' ? decoded.value.events : []) {
      const id = event.attributes.get('id');
      if (!events.has(id)) events.set(id, event);
    }
  return events;
}

/** With the URIs that came out where they are equivalent, so that all else is judged as if they were the same. */
function withUrisOf(event: CloudEvent, seen: ById): CloudEvent {
  const other = seen.get(event.attributes.get('id'));
  const attributes = new Map(event.attributes);
  for (const name of URI_ATTRIBUTES) {
    const [own, came] = [attributes.get(name), other?.attributes.get(name)];
    if (typeof own === 'string' && typeof came === 'string' && isSameUri(own, came)) attributes.set(name, came);
  }
  return { ...event, attributes };
}

/** The judgement of a vector, by the event. */
export const judged = (vector: JudgedVector, observed: Observed): Judgement => judgeVector(vector, 'event', observed);
