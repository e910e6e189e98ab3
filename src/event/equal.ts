// Equality of events by meaning, and the list of what differs. Exact spellings are for the checks that are about them.
import { canonical } from './canonical.js';
import { isJsonMediaType, parseMediaType, sameMediaType } from './media-type.js';
import { sameData } from './same-data.js';
import { sameInstant } from './timestamp.js';
import type { AttributeValue, CloudEvent, EventData } from './types.js';

export { sameData } from './same-data.js';
export { sameJson } from './same-json.js';

/** What one event has and the other has not, or has otherwise. An absent side means that nothing is there. */
export type Difference =
  | {
      readonly kind: 'attribute';
      readonly name: string;
      readonly expected?: AttributeValue;
      readonly actual?: AttributeValue;
    }
  | { readonly kind: 'data'; readonly expected?: EventData; readonly actual?: EventData };

/** Whether two events mean the same: nothing in `differences`. */
export function sameEvent(expected: CloudEvent, actual: CloudEvent): boolean {
  return differences(expected, actual).length === 0;
}

/**
 * Everything in which an event differs from the expected one, by meaning:
 * - attributes by canonical string (A08); `time` by instant, cut or rounded digits allowed (A07)
 * - `datacontenttype` as a media type; none equals `application/json`, unless the data is bytes ("datacontenttype")
 * - data as `sameData` says
 */
export function differences(expected: CloudEvent, actual: CloudEvent): readonly Difference[] {
  const found: Difference[] = [];
  const names = new Set([...expected.attributes.keys(), ...actual.attributes.keys()]);
  for (const name of names) {
    if (sameAttribute(name, expected, actual)) continue;
    const [was, is] = [expected.attributes.get(name), actual.attributes.get(name)];
    found.push({
      kind: 'attribute',
      name,
      ...(was !== undefined && { expected: was }),
      ...(is !== undefined && { actual: is }),
    });
  }
  if (!sameData(expected.data, actual.data, declaresJson(expected) || declaresJson(actual))) {
    found.push({
      kind: 'data',
      ...(expected.data && { expected: expected.data }),
      ...(actual.data && { actual: actual.data }),
    });
  }
  return found;
}

function sameAttribute(name: string, expected: CloudEvent, actual: CloudEvent): boolean {
  const [was, is] = [expected.attributes.get(name), actual.attributes.get(name)];
  if (was === undefined || is === undefined) {
    if (name !== 'datacontenttype') return false;
    return was === undefined ? mayImply(expected, is) : mayImply(actual, was);
  }
  const [a, b] = [canonical(was), canonical(is)];
  if (a === b) return true;
  if (name === 'time') return sameInstant(a, b) !== 'different';
  return name === 'datacontenttype' && sameMediaType(a, b);
}

/** Whether an event without datacontenttype is one with this type: re-encoding writes the implied type out. */
function mayImply(event: CloudEvent, type: AttributeValue | undefined): boolean {
  if (type === undefined || event.data?.kind === 'binary') return false;
  const parsed = parseMediaType(canonical(type));
  return parsed?.type === 'application' && parsed.subtype === 'json';
}

function declaresJson(event: CloudEvent): boolean {
  const type = event.attributes.get('datacontenttype');
  return type !== undefined && isJsonMediaType(canonical(type));
}
