// Subtle faults of a server: they need the pieces of a body, several requests at a time, or a memory of earlier ones.

import { contentMode } from '../../binding/content-mode.js';
import { headerValue } from '../../binding/http/headers.js';
import { decodeUtf8 } from '../../event/utf8.js';
import { type Fault, fault } from '../fault.js';

/** Decodes each piece by itself; what is no UTF-8 as a whole, or no JSON, stays as it is. */
const pieceByPiece: NonNullable<Fault['joinBody']> = (pieces, headers) => {
  const whole = Buffer.concat(pieces);
  const isText = contentMode(headerValue(headers, 'content-type')).mode !== 'binary' && decodeUtf8(whole) !== undefined;
  return isText ? Buffer.from(pieces.map((piece) => Buffer.from(piece).toString('utf8')).join(''), 'utf8') : whole;
};

function forgetful(): NonNullable<Fault['outcome']> {
  const seen = new Set<string>();
  return (outcome) => {
    if (outcome.kind === 'refused') return outcome;
    const events = outcome.events.map((event) => {
      const key = JSON.stringify([event.attributes.get('source'), event.attributes.get('id')]);
      const isKnown = seen.has(key);
      seen.add(key);
      return isKnown ? { attributes: event.attributes } : event;
    });
    return { ...outcome, events };
  };
}

export const SUBTLE_SERVING: readonly Fault[] = [
  fault(
    'core.type.str/split-character',
    'decodes each piece of a body by itself, so that a character which is split over two becomes U+FFFD',
    { joinBody: pieceByPiece },
  ),
  fault(
    'http.bin.attrs/shared',
    'holds the event under way in one variable for all requests, so that two at a time may get the same one',
    { sharesMessage: true },
  ),
  fault('core.id.dedupe/data-lost', 'answers an event that it has seen before without its data', {
    createOutcome: forgetful,
  }),
];
