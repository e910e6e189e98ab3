// The short way of the judge: nearly always every event comes out in JSON just as it was sent, which a look shows. All else,
// and every doubt, is left to the judge of vectors, who knows what an answer hides.
import type { Message } from '../binding/types.js';
import type { Observed } from '../engine/observed.js';
import { canonical } from '../event/canonical.js';
import { sameData } from '../event/same-data.js';
import type { CloudEvent, EventData } from '../event/types.js';
import { isEmpty } from './expected-event.js';

/** Whether just these events came out, in this order, in an answer that hides nothing. Where it is true, `judgeVector` passes. */
export function cameOutPlainly(events: readonly CloudEvent[], { observation, reactions, outputs }: Observed): boolean {
  if (observation !== 'reply' && observation !== 'adapter') return false;
  const [output] = outputs;
  if (output === undefined || outputs.length > 1 || output.copied || output.decoded.kind !== 'decoded') return false;
  const { mode, events: seen } = output.decoded.value;
  // Headers may hide what was decoded, and an answer may be two events in one.
  if (mode === 'binary' || (output.message !== undefined && hasIdLine(output.message))) return false;
  return (
    reactions.every(({ kind }) => kind === 'accepted') &&
    events.length > 0 &&
    seen.length === events.length &&
    areTold(events) &&
    events.every((event, index) => isPlain(event, seen[index]))
  );
}

const hasIdLine = ({ binding, headers }: Message): boolean =>
  binding !== undefined || headers.some(([name]) => name.length === 5 && name.toLowerCase() === 'ce-id');

/** Events are found by their ids: where two have one, it takes more to tell them. */
const areTold = (events: readonly CloudEvent[]): boolean =>
  events.length === 1 || new Set(events.map(({ attributes }) => attributes.get('id'))).size === events.length;

function isPlain({ attributes, data }: CloudEvent, seen: CloudEvent | undefined): boolean {
  if (seen === undefined) return false;
  for (const [name, value] of attributes) {
    const actual = seen.attributes.get(name);
    if (actual !== value && (actual === undefined || canonical(actual) !== canonical(value))) return false;
  }
  return isSame(data, seen.data);
}

function isSame(expected: EventData | undefined, actual: EventData | undefined): boolean {
  if (expected === undefined || isEmpty(expected)) return actual === undefined || isEmpty(actual);
  // Bytes that are no JSON may be the string that came out, which is for the judge to say.
  if (actual === undefined || (expected.kind === 'binary' && actual.kind === 'json')) return false;
  return sameData(expected, actual);
}
