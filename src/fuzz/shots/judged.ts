import { judgeVector } from '../../../suites/vector/judge.js';
import type { JudgedVector } from '../../../suites/vector/types.js';
import type { Judgement } from '../../engine/judgement.js';
import type { Observed } from '../../engine/observed.js';
import type { CloudEvent } from '../../event/types.js';
import { cameOutPlainly } from '../came-out-plainly.js';
import { batchVectorOf, vectorOf } from '../expected-event.js';
import { URI_ATTRIBUTES } from '../no-matter.js';
import { isSameUri } from '../same-uri.js';

const PASSES: Judgement = { status: 'pass' };

/** The judgement of valid events that were sent: at a look where they came out just as they are, else as that of a vector. */
export function judgedEvents(own: readonly CloudEvent[], isBatch: boolean, observed: Observed): Judgement {
  if (cameOutPlainly(own, observed)) return PASSES;
  const settled = own.map((event) => withUrisOf(event, observed));
  const [single] = settled;
  return judged(isBatch || single === undefined ? batchVectorOf(settled) : vectorOf(single), observed);
}

/** With the URIs that came out where they are equivalent, so that all else is judged as if they were the same. */
function withUrisOf(event: CloudEvent, { outputs }: Observed): CloudEvent {
  const id = event.attributes.get('id');
  const seen = outputs
    .flatMap(({ decoded }) => (decoded.kind === 'decoded' ? decoded.value.events : []))
    .find(({ attributes }) => attributes.get('id') === id);
  const attributes = new Map(event.attributes);
  for (const name of URI_ATTRIBUTES) {
    const [own, other] = [attributes.get(name), seen?.attributes.get(name)];
    if (typeof own === 'string' && typeof other === 'string' && isSameUri(own, other)) attributes.set(name, other);
  }
  return { ...event, attributes };
}

/** The judgement of a vector, by the event. */
export const judged = (vector: JudgedVector, observed: Observed): Judgement => judgeVector(vector, 'event', observed);
