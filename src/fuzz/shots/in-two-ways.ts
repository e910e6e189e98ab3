// An invalid message, and the same with what means nothing changed.
import { mediaTypeOf } from '../../binding/parts.js';
import type { Message } from '../../binding/types.js';
import type { Violation } from '../../generate/violation/types.js';
import { writeViolation } from '../../generate/violation/write-violation.js';
import type { Shot } from '../shot.js';

type Question = (suffix: string, encode: (one: Violation) => Message, events: number) => Shot;

/** A message that nothing is demanded for, and the same with what means nothing changed: one answer is as good as the other, but not both. */
export const inTwoWays = (question: Question): readonly Shot[] => [
  { ...question('broken', writeViolation, 0), group: 'same violation' },
  { ...question('again', (one) => otherwise(writeViolation(one)), 0), group: 'same violation' },
];

/** White space behind the JSON text, or header lines of different names in another order. */
function otherwise(message: Message): Message {
  const isText = mediaTypeOf(message)?.toLowerCase().includes('cloudevents') === true;
  if (isText && message.body.length > 0)
    return { ...message, body: Buffer.concat([message.body, Buffer.from('\r\n ')]) };
  const names = message.headers.map(([name]) => name.toLowerCase());
  return new Set(names).size < names.length ? message : { ...message, headers: message.headers.toReversed() };
}
