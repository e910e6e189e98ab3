// An event came out of an invalid one, at a target that claims to validate: was it taken for valid, or mended first?
import { decodeMessage } from '../../src/binding/decode-message.js';
import type { Message } from '../../src/binding/types.js';
import type { Judgement } from '../../src/engine/judgement.js';
import type { CloudEvent } from '../../src/event/types.js';
import { type Violation, validate } from '../../src/event/validate.js';
import { taken } from './causes.js';
import type { JudgedVector } from './types.js';

/** Who writes a missing id or specversion for its user has left nothing invalid to be found. */
const FILLED_IN: ReadonlySet<string | undefined> = new Set(['id', 'specversion']);

/** Whether what is wrong is that an attribute is missing that many write for their users. */
export const isFilledIn = ({ rule, attribute }: Violation): boolean =>
  rule === 'core.attr.missing' && FILLED_IN.has(attribute);

/**
 * The judgement of an event that came out, of the request that went in. Nothing with the values of these attributes may
 * come out; without them, the event may (as position A33 has it for header values).
 */
export function letThrough(
  vector: JudgedVector,
  attributes: readonly string[],
  request: Message | undefined,
  event: CloudEvent | undefined,
): Judgement {
  const violations = violationsIn(request);
  // What is invalid is the message, or is there still.
  if (event === undefined || violations.length === 0 || validate(event, '1.0.2').length > 0)
    return taken(vector, event);
  if (violations.every(isFilledIn)) {
    const names = violations.map(({ attribute }) => attribute).join(' and ');
    return { status: 'not-applicable', message: `the event came out with ${names}, which the target fills in` };
  }
  const isThere = (name: string): boolean => (name === 'data' ? event.data !== undefined : event.attributes.has(name));
  return attributes.some(isThere)
    ? taken(vector, event)
    : { status: 'pass', expected: 'refused', actual: 'the event came out without the value' };
}

function violationsIn(request: Message | undefined): readonly Violation[] {
  const decoded = request && decodeMessage(request);
  return decoded?.kind === 'decoded' ? decoded.value.events.flatMap((event) => validate(event, '1.0.2')) : [];
}
