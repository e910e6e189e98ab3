// Generated events, written and read again; a property test would hold your own code against them.
import {
  batch,
  type CloudEvent,
  decodeMessage,
  differences,
  event,
  FORMS,
  write,
  writings,
} from 'ce-conform/arbitraries';
import fc from 'fast-check';

const told: fc.Arbitrary<CloudEvent> = event;
fc.assert(
  fc.property(told, batch, writings(FORMS), (one, several, writing) => {
    const decoded = decodeMessage(write([one, ...several], writing));
    if (decoded.kind === 'rejected') throw new Error(decoded.reason);
    return decoded.value.events.slice(0, 1).every((seen) => differences(one, seen).length === 0);
  }),
);
console.log('every event came out as it went in');
