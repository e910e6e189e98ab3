// A message as it is sent: through a client library, or byte by byte on a socket.
import type { Message } from '../../binding/types.js';
import type { Delivery } from '../../generate/mutation/types.js';
import type { Spelling } from '../../generate/writing/types.js';
import type { Stimulus } from '../../target/types.js';
import { headerLength } from '../header-length.js';

/** A valid message as it is sent. */
export function stimulusOf(message: Message, { pieces }: Spelling): Stimulus {
  if (message.binding !== undefined) return message;
  const { headers, body } = message;
  if (pieces === undefined) return { headers, body, method: 'POST', via: 'client' };
  return { headers, body, method: 'POST', via: 'raw', pieces: piecesOf(message, pieces) };
}

/** Each piece is a segment of its own: a long message in many of them would take longer than any deadline. */
const MOST_PIECES = 24;

const piecesOf = ({ headers, body }: Message, pieces: number): number =>
  Math.max(pieces, Math.ceil((headerLength(headers) + body.length) / MOST_PIECES));

/** A message that no client library would send: it is written on a socket, byte by byte. */
export function rawStimulusOf(message: Message, { cutAt, ...delivery }: Delivery = {}): Stimulus {
  if (message.binding !== undefined) return message;
  return {
    ...message,
    method: 'POST',
    via: 'raw',
    ...delivery,
    ...(delivery.pieces === undefined ? {} : { pieces: piecesOf(message, delivery.pieces) }),
    ...(cutAt === undefined ? {} : { cutAfter: Math.floor((message.body.length * cutAt) / 1000) }),
  };
}
