// Compares an event that came out with what a vector expects of it.

import { attributeLine, modeOfMessage } from '../../src/binding/parts.js';
import type { ContentMode, Message } from '../../src/binding/types.js';
import { repeatsHeaders } from '../../src/engine/observe.js';
import { canonical } from '../../src/event/canonical.js';
import { sameData } from '../../src/event/equal.js';
import { sameInstant } from '../../src/event/timestamp.js';
import type { AttributeValue, CloudEvent, JsonValue } from '../../src/event/types.js';
import { toWire } from '../../src/event/wire.js';
import { trimOws } from '../../src/target/header-text.js';
import { eventData } from './event.js';
import type { EventExpectation } from './types.js';

/**
 * One difference between an event and the expectation. `unseen`: the target's own output repeats or may have altered
 * the bytes, so that nothing can be concluded about its decoding.
 */
export interface Difference {
  readonly kind:
    | 'lost'
    | 'as-sent'
    | 'changed'
    | 'invented'
    | 'data-lost'
    | 'data-changed'
    | 'data-invented'
    | 'unseen';
  readonly name: string;
  readonly expected: JsonValue;
  readonly actual: JsonValue;
  /** Of what is unseen: what hides it, and what would show it. */
  readonly why?: string;
}

/** An event that came out, the mode it came out in, and the request that went in. */
export interface Seen {
  readonly event: CloudEvent;
  readonly mode: ContentMode;
  /** Absent where an adapter told the event itself. */
  readonly message?: Message;
  readonly request: Message;
  /** What was passed on is itself in question: that the target's own encoding hides its decoding does not matter. */
  readonly through?: true;
}

/** All differences; none means that everything the vector names came out as expected, and was seen to. */
export function compareEvent(seen: Seen, expected: EventExpectation): readonly Difference[] {
  return [
    ...Object.entries(expected.attributes ?? {}).flatMap(([name, value]) => attribute(seen, name, value)),
    ...(expected.absent ?? []).flatMap((name) => absent(seen.event, name)),
    ...Object.entries(expected.not ?? {}).flatMap(([name, values]) => excluded(seen.event, name, values)),
    ...Object.entries(expected.only ?? {}).flatMap(([name, values]) => restricted(seen.event, name, values)),
    ...Object.entries(expected.oneOf ?? {}).flatMap(([name, values]) => chosen(seen.event, name, values)),
    ...data(seen, expected.data),
    ...repeated(seen),
  ];
}

// The headers that were sent came back byte by byte: even where the body differs, no attribute is known to be decoded.
function repeated({ mode, message, request, through }: Seen): readonly Difference[] {
  if (through === true) return [];
  const isRepeated = mode === 'binary' && message !== undefined && repeatsHeaders(request, message);
  return isRepeated
    ? [{ kind: 'unseen', name: 'event', expected: 'decoded', actual: 'the headers that were sent' }]
    : [];
}

function attribute(seen: Seen, name: string, expected: AttributeValue): readonly Difference[] {
  const actual = seen.event.attributes.get(name);
  const wanted = canonical(expected);
  const line = attributeLine(seen.request, name);
  const sent = line === undefined || seen.request.binding !== undefined ? line : trimOws(line);
  if (actual === undefined) return [{ kind: 'lost', name, expected, actual: null }];
  const own = seen.mode === 'binary' && seen.through !== true ? seen.message : undefined;
  const raw = own && attributeLine(own, name);
  if (isSame(name, wanted, canonical(actual))) {
    // The bytes of the request came back: whether the value was ever decoded does not show.
    return raw !== undefined && raw === sent && !isPlain(raw, wanted)
      ? [{ kind: 'unseen', name, expected, actual }]
      : [];
  }
  // Seen only through the target's own header encoding, which may be what is at fault.
  if (raw !== undefined && !(isUnencoded(raw) && isUnencoded(wanted)))
    return [{ kind: 'unseen', name, expected, actual }];
  // In structured mode the header beside the payload is no encoding of it.
  const isAsSent = sent !== undefined && canonical(actual) === sent && isBinary(seen.request);
  return [{ kind: isAsSent ? 'as-sent' : 'changed', name, expected, actual }];
}

const isBinary = (message: Message): boolean => modeOfMessage(message).mode === 'binary';

// No precision is promised of a time, so lost digits are no difference (position A07); `lostDigits` tells of them.
const isSame = (name: string, wanted: string, actual: string): boolean =>
  wanted === actual || (name === 'time' && sameInstant(wanted, actual) !== 'different');

/** Whether the time that came out is the expected one with fewer digits behind the point. Recorded, never judged. */
export function lostDigits({ event }: Seen, expected: EventExpectation): boolean {
  const [wanted, actual] = [expected.attributes?.['time'], event.attributes.get('time')];
  return (
    wanted !== undefined &&
    actual !== undefined &&
    sameInstant(canonical(wanted), canonical(actual)) === 'precision-lost'
  );
}

// A value that header encoding leaves alone, and that was not written in any other way.
const isPlain = (raw: string, wanted: string): boolean => raw === wanted && isUnencoded(wanted);

const isUnencoded = (text: string): boolean => /^[\x21\x23\x24\x26-\x7e]*$/.test(text);

function absent(event: CloudEvent, name: string): readonly Difference[] {
  const actual = event.attributes.get(name);
  return actual === undefined ? [] : [{ kind: 'invented', name, expected: null, actual }];
}

function excluded(event: CloudEvent, name: string, values: readonly AttributeValue[]): readonly Difference[] {
  const actual = event.attributes.get(name);
  if (actual === undefined || !values.some((value) => canonical(value) === canonical(actual))) return [];
  return [{ kind: 'invented', name, expected: { not: values }, actual }];
}

function restricted(event: CloudEvent, name: string, values: readonly AttributeValue[]): readonly Difference[] {
  const actual = event.attributes.get(name);
  if (actual === undefined || values.some((value) => canonical(value) === canonical(actual))) return [];
  return [{ kind: 'invented', name, expected: { only: values }, actual }];
}

function chosen(event: CloudEvent, name: string, values: readonly AttributeValue[]): readonly Difference[] {
  const actual = event.attributes.get(name);
  if (actual === undefined) return [{ kind: 'lost', name, expected: { oneOf: values }, actual: null }];
  if (values.some((value) => canonical(value) === canonical(actual))) return [];
  return [{ kind: 'changed', name, expected: { oneOf: values }, actual }];
}

function data(seen: Seen, expected: EventExpectation['data']): readonly Difference[] {
  const actual = seen.event.data;
  if (expected === undefined) return [];
  const shown = (): JsonValue => toWire(seen.event).data ?? null;
  if (expected === 'none') {
    // Zero-length data and no data are not told apart by the core text (position A17).
    // Many a writer of JSON writes null for nothing, which is a payload by the text (position A13): whether the decoder
    // made it up, or what wrote the answer did, does not show.
    if (actual?.kind === 'json' && actual.value === null) {
      return [
        {
          kind: 'unseen',
          name: 'data',
          expected: null,
          actual: shown(),
          why: 'the data came out as null, which is a payload: leave data out of the answer to show that there was none',
        },
      ];
    }
    const isNone =
      actual === undefined ||
      (actual.kind === 'binary' && actual.bytes.length === 0) ||
      (actual.kind === 'text' && actual.text === '');
    return isNone ? [] : [{ kind: 'data-invented', name: 'data', expected: null, actual: shown() }];
  }
  if (actual === undefined)
    return [
      { kind: 'data-lost', name: 'data', expected: expected === 'some' ? 'some' : { ...expected }, actual: null },
    ];
  if (expected === 'some' || sameData(eventData(expected), actual)) return [];
  return [{ kind: 'data-changed', name: 'data', expected: { ...expected }, actual: shown() }];
}
