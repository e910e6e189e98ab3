// Events in the shape that the adapter protocol and the report write in JSON: attributes in an object, data by kind.
import { decodeBase64, encodeBase64 } from './binary.js';
import type { AttributeValue, CloudEvent, EventData, JsonValue } from './types.js';

/** Data on the wire, under the name of its kind. */
export type WireData = { readonly json: JsonValue } | { readonly text: string } | { readonly base64: string };

/** An event on the wire. Objects whose member names come from outside have no prototype. */
export interface WireEvent {
  readonly attributes: { readonly [name: string]: AttributeValue };
  readonly data?: WireData;
}

/** What reading a wire event gives. `reason` says what is wrong, for whoever wrote it. */
export type FromWire =
  | { readonly kind: 'event'; readonly event: CloudEvent }
  | { readonly kind: 'malformed'; readonly reason: string };

/** An event in its JSON shape, attributes in the order of the event. */
export function toWire(event: CloudEvent): WireEvent {
  const attributes: Record<string, AttributeValue> = Object.create(null);
  for (const [name, value] of event.attributes) attributes[name] = value;
  return event.data === undefined ? { attributes } : { attributes, data: dataToWire(event.data) };
}

/** The event of a JSON value that claims to be one. Members beside `attributes` and `data` are ignored. */
export function fromWire(json: JsonValue): FromWire {
  const attributes = isObject(json) ? json['attributes'] : undefined;
  if (!isObject(json) || !isObject(attributes)) return malformed('an event is an object with an object attributes');
  const values = new Map<string, AttributeValue>();
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'object') return malformed(`the attribute ${JSON.stringify(name)} has no scalar value`);
    values.set(name, value);
  }
  const wireData = json['data'];
  if (wireData === undefined) return { kind: 'event', event: { attributes: values } };
  const data = dataFromWire(wireData);
  if (data === undefined) return malformed('data is an object with one of json, text (a string) and base64 (strict)');
  return { kind: 'event', event: { attributes: values, data } };
}

function dataToWire(data: EventData): WireData {
  switch (data.kind) {
    case 'json':
      return { json: data.value };
    case 'text':
      return { text: data.text };
    case 'binary':
      return { base64: encodeBase64(data.bytes) };
  }
}

function dataFromWire(wire: JsonValue): EventData | undefined {
  if (!isObject(wire)) return undefined;
  const { json, text, base64 } = wire;
  if ([json, text, base64].filter((value) => value !== undefined).length !== 1) return undefined;
  if (json !== undefined) return { kind: 'json', value: json };
  if (typeof text === 'string') return { kind: 'text', text };
  const bytes = typeof base64 === 'string' ? decodeBase64(base64) : undefined;
  return bytes && { kind: 'binary', bytes };
}

function isObject(value: JsonValue | undefined): value is { readonly [member: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function malformed(reason: string): FromWire {
  return { kind: 'malformed', reason };
}
