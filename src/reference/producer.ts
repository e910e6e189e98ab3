// The reference producer: encodes by our own binding, and refuses what is no valid event, or cannot be written.
import { encodeHttp } from '../binding/http/encode.js';
import type { ContentMode } from '../binding/http/types.js';
import type { CloudEvent } from '../event/types.js';
import { validate } from '../event/validate.js';
import type { Emission } from './emission.js';
import type { Fault } from './fault.js';
import { isUnwritableData } from './unwritable-data.js';

/** Emits events in a mode, with these faults. Pure. */
export function emitWith(events: readonly CloudEvent[], mode: ContentMode, faults: readonly Fault[]): Emission {
  const altered = faults.reduce((current, { emit }) => emit?.events?.(current, mode) ?? current, events);
  const emission = faults.reduce(
    (current, { emit }) => emit?.emission?.(current, altered, mode) ?? current,
    emitted(altered, mode),
  );
  if (emission.kind === 'refused') return emission;
  const message = faults.reduce(
    (current, { emit }) => emit?.message?.(current, altered, mode) ?? current,
    emission.message,
  );
  return { kind: 'message', message };
}

function emitted(events: readonly CloudEvent[], mode: ContentMode): Emission {
  // main has all rules of 1.0.2, and forbids the name data, which the JSON format has no place for.
  const violation = events.flatMap((event) => validate(event, 'main'))[0];
  if (violation !== undefined) return { kind: 'refused', reason: violation.message };
  if (mode !== 'binary' && events.some(isUnwritableData)) {
    return { kind: 'refused', reason: 'the data is a JSON value, and its type declares no JSON' };
  }
  return { kind: 'message', message: encodeHttp(events, mode) };
}
