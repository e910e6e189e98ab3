// What an adapter that validates is asked about events.
import { judgeValidity } from '../../../suites/vector/judge-validity.js';
import { decodeMessage } from '../../binding/decode-message.js';
import type { CloudEvent } from '../../event/types.js';
import { validate } from '../../event/validate.js';
import type { Violation } from '../../generate/violation/types.js';
import { writeViolation } from '../../generate/violation/write-violation.js';
import { doublyMarked } from '../marked.js';
import type { Shot } from '../shot.js';
import { ANY_TOKEN } from './any-token.js';
import { wayOf } from './way-of.js';

/**
 * Who is asked about events themselves is asked about the one in the message, beside its twin; what no event is made of, or a
 * valid one, is a matter of the message alone.
 */
export function validityShots(violation: Violation, name: string): readonly Shot[] {
  const { requirement, form } = violation;
  const pairOf = (token: string): readonly [CloudEvent, CloudEvent] | undefined => {
    const valid = doublyMarked(violation.event, token);
    const decoded = decodeMessage(writeViolation({ ...violation, event: valid }));
    const events = decoded.kind === 'decoded' ? decoded.value.events : [];
    const invalid = events.find((event) => validate(event, '1.0.2').length > 0);
    return invalid === undefined ? undefined : [valid, invalid];
  };
  const isOfEvents = requirement.startsWith('core.') || requirement === 'json.type.core-wrong';
  if (!isOfEvents || pairOf(ANY_TOKEN) === undefined) return [];
  const validity = (token: string): readonly [CloudEvent, CloudEvent] =>
    pairOf(token) ?? [violation.event, violation.event];
  return [
    {
      exchanged: { id: `${name}/validity`, task: 'decode', events: 0, stimulus: () => [], validity },
      way: wayOf(form),
      survival: 'answer',
      due: requirement,
      judge: (observed) => judgeValidity({ requirement, title: 'a generated violation' }, observed),
    },
  ];
}
