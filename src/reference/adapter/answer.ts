// The reference behind the adapter protocol: what it answers to one request.

import type { ErrorMode } from '../../cesql/types.js';
import { fromByteString } from '../../event/byte-string.js';
import type { CloudEvent, JsonValue } from '../../event/types.js';
import { validate } from '../../event/validate.js';
import { fromWire, toWire } from '../../event/wire.js';
import { fromAdapterMessage, toAdapterMessage } from '../../target/adapter/adapter-message.js';
import { CLAIM_WORDS, ERROR_MODES } from '../../target/adapter/claim-words.js';
import { type AdapterKey, type AdapterRequest, PROTOCOL_VERSION } from '../../target/adapter/protocol.js';
import type { KeyChoice } from '../../target/types.js';
import { evaluateWith } from '../engine.js';
import { type Fault, toleratedBy } from '../fault.js';
import { emitWith } from '../producer.js';
import { receiveWith } from '../receive-with.js';

/** What the reference claims: all that there is, and of the error modes the one that it is asked in. */
export const claimsIn = (mode: ErrorMode | undefined): readonly string[] =>
  CLAIM_WORDS.filter((word) => word === `evaluate:${mode}` || !ERROR_MODES.some((other) => other === word));

export const REFERENCE_CLAIMS: readonly string[] = claimsIn('operator');

/** The members of a reply beside its id. Pure. */
export function answerAs(
  request: AdapterRequest,
  version: string,
  faults: readonly Fault[],
  mode: ErrorMode = 'operator',
): object {
  switch (request.op) {
    case 'hello':
      return {
        protocol: PROTOCOL_VERSION,
        name: 'ce-conform reference',
        version,
        language: 'typescript',
        supports: claimsIn(mode),
      };
    case 'decode':
      return decoded(request, faults);
    case 'encode':
      return encoded(request, faults);
    case 'validate': {
      const violation = validate(eventOf(request.event), '1.0.2').find(
        ({ rule }) => !toleratedBy(faults).includes(rule),
      );
      return violation === undefined ? { valid: true } : { valid: false, reason: violation.message };
    }
    case 'evaluate':
      return evaluateWith({ expression: request.expression, event: eventOf(request.event) }, faults, mode);
    default:
      return { unsupported: true };
  }
}

function decoded(
  { binding, message }: Extract<AdapterRequest, { readonly op: 'decode' }>,
  faults: readonly Fault[],
): object {
  const outcome = receiveWith(fromAdapterMessage(message, binding), faults);
  return outcome.kind === 'refused' ? { rejected: { reason: outcome.reason } } : { events: outcome.events.map(toWire) };
}

function encoded(
  { binding, mode, events, key }: Extract<AdapterRequest, { readonly op: 'encode' }>,
  faults: readonly Fault[],
): object {
  const emission = emitWith(
    { binding, mode, events: events.map(eventOf), ...(key === undefined ? {} : { key: keyOf(key) }) },
    faults,
  );
  return emission.kind === 'refused'
    ? { rejected: { reason: emission.reason } }
    : { message: toAdapterMessage(emission.message) };
}

const keyOf = (key: AdapterKey): KeyChoice =>
  'mapper' in key ? { kind: 'mapper', attribute: key.mapper } : { kind: 'given', key: fromByteString(key.value) };

// The harness asks in the form of its own schema.
function eventOf(wire: unknown): CloudEvent {
  const read = fromWire(wire as JsonValue);
  if (read.kind === 'malformed') throw new Error(read.reason);
  return read.event;
}
