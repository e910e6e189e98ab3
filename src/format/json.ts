// The JSON event format (CloudEvents 1.0.2, JSON format). Decoding is exact about the mapping and lenient about
// validity: an event without id decodes, and `validate` says what is wrong with it.
import { decodeBase64, encodeBase64 } from '../event/binary.js';
import { canonical } from '../event/canonical.js';
import { isJsonMediaType } from '../event/media-type.js';
import { parseJson } from '../event/parse-json.js';
import type { AttributeValue, CloudEvent, EventData, JsonValue } from '../event/types.js';
import { encodeUtf8 } from '../event/utf8.js';
import type { Decoded, Rejection } from './types.js';
import { type JsonStyle, writeJson, writeObject } from './write-json.js';

/** The media type of one event in this format (section 3). */
export const JSON_MEDIA_TYPE: string = 'application/cloudevents+json';

const DATA_MEMBERS: ReadonlySet<string> = new Set(['data', 'data_base64']);

/** The event of a JSON text in UTF-8, or of a JSON value that was parsed already. */
export function decodeJsonEvent(input: Uint8Array | JsonValue): Decoded {
  if (input instanceof Uint8Array) {
    const parsed = parseJson(input);
    return parsed.kind === 'json' ? decodeJsonEvent(parsed.value) : rejected('malformed', parsed.reason);
  }
  if (!isObject(input)) return rejected('malformed', 'the JSON value is not an object');

  const attributes = new Map<string, AttributeValue>();
  for (const name of Object.keys(input)) {
    const value = input[name] ?? null;
    // An attribute that is null is unset (section 2.2), the required ones and datacontenttype not excepted.
    if (DATA_MEMBERS.has(name) || value === null) continue;
    if (typeof value === 'object' || (typeof value === 'number' && !Number.isInteger(value))) {
      return rejected('attribute', `the member ${JSON.stringify(name)} is ${describe(value)}`);
    }
    attributes.set(name, value);
  }
  const data = decodeData(input, attributes.get('datacontenttype'));
  if (data?.kind === 'rejected') return data;
  return { kind: 'decoded', value: data === undefined ? { attributes } : { attributes, data } };
}

/**
 * The bytes of an event in this format. The attributes come first, in the order of the event, then the data. Attributes
 * called `data` or `data_base64` are left out: the format has no place for them, and they must not replace the data.
 */
export function encodeJsonEvent(event: CloudEvent, style: JsonStyle = 'compact'): Uint8Array {
  return encodeUtf8(jsonTextOfEvent(event, style));
}

/** The same as text, for whoever puts several into one document. */
export function jsonTextOfEvent(event: CloudEvent, style: JsonStyle): string {
  return writeObject(jsonMembersOfEvent(event, style), style);
}

/** The same as members, for whoever writes them in an order of its own: the names, and the JSON texts of the values. */
export function jsonMembersOfEvent(event: CloudEvent, style: JsonStyle): readonly (readonly [string, string])[] {
  const members: (readonly [string, string])[] = [];
  for (const [name, value] of event.attributes)
    if (!DATA_MEMBERS.has(name)) members.push([name, writeAttribute(value)]);
  if (event.data !== undefined) members.push(writeData(event.data, style));
  return members;
}

/** Section 3.1.2. */
function decodeData(
  event: { readonly [member: string]: JsonValue },
  type: AttributeValue | undefined,
): EventData | Rejection | undefined {
  const data = event['data'];
  // The prose does not know data_base64: null, the schema file does: nothing is there (position A13).
  const base64 = event['data_base64'] ?? undefined;
  if (base64 !== undefined) {
    if (data !== undefined) return rejected('data', 'data and data_base64 are both present');
    const bytes = typeof base64 === 'string' ? decodeBase64(base64) : undefined;
    return bytes ? { kind: 'binary', bytes } : rejected('data', 'data_base64 is not a base64 string');
  }
  if (data === undefined) return undefined;
  if (type === undefined || isJsonMediaType(canonical(type))) return { kind: 'json', value: data };
  if (typeof data === 'string') return { kind: 'text', text: data };
  return rejected('data', `data is ${describe(data)}, but datacontenttype declares no JSON`);
}

/** Section 3.1.1. A text is written as a JSON string whatever the type says, so that it is encoded once. */
function writeData(data: EventData, style: JsonStyle): readonly [name: string, json: string] {
  switch (data.kind) {
    case 'json':
      return ['data', writeJson(data.value, style)];
    case 'text':
      return ['data', JSON.stringify(data.text)];
    case 'binary':
      return ['data_base64', JSON.stringify(encodeBase64(data.bytes))];
  }
}

/** Section 2.2. Fractions, which are no Integers, become strings: no JSON number but the integer component is permitted. */
function writeAttribute(value: AttributeValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  const text = canonical(value);
  const native = typeof value === 'boolean' || (typeof value === 'number' && Number.isInteger(value));
  return native ? text : JSON.stringify(text);
}

function isObject(value: JsonValue): value is { readonly [member: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'a number' : 'a number that is not whole';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function rejected(code: Rejection['code'], reason: string): Rejection {
  return { kind: 'rejected', code, reason };
}
