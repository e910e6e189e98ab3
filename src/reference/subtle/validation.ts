// A subtle fault of who claims to validate: one noncharacter of the 66 is forgotten.
import type { CloudEvent } from '../../event/types.js';
import { validate } from '../../event/validate.js';
import { type Fault, fault } from '../fault.js';
import { receive } from '../receiver.js';

const FORGOTTEN = '\u{10fffe}';

/** The event as it looks to who takes that character for an allowed one. */
const withAllowed = (event: CloudEvent): CloudEvent => ({
  ...event,
  attributes: new Map(
    [...event.attributes].map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll(FORGOTTEN, '\u{10fffd}') : value,
    ]),
  ),
});

export const SUBTLE_VALIDATION: readonly Fault[] = [
  fault('core.type.str-nonchar/last-plane', 'allows U+10FFFE, and no other noncharacter', {
    role: 'validator',
    outcome: (outcome, message) => {
      if (outcome.kind === 'events') return outcome;
      const lenient = receive(message, ['core.type.str-nonchar']);
      if (lenient.kind === 'refused') return outcome;
      const isValid = lenient.events.every((event) => validate(withAllowed(event), '1.0.2').length === 0);
      return isValid ? lenient : outcome;
    },
  }),
];
