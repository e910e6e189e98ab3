// Subtle faults about data: a value, a length, a depth or a spelling of the type that most events do not have.
import type { ContentMode } from '../../binding/types.js';
import { isJsonMediaType } from '../../event/media-type.js';
import { parseJson } from '../../event/parse-json.js';
import type { CloudEvent, EventData, JsonValue } from '../../event/types.js';
import { decodeUtf8 } from '../../event/utf8.js';
import { type Fault, fault } from '../fault.js';
import { onData, refuseWhen } from '../faults/change.js';
import { textOf } from '../faults/core/refuse-events.js';

const JSON_MODES: readonly ContentMode[] = ['structured', 'batch'];

/** Levels of objects and arrays that a receiver goes down before it runs out of them. */
const DEEPEST = 40;

/** Changes data that is a JSON value; `undefined` drops it. */
const onJson = (change: (value: JsonValue) => JsonValue | undefined): Pick<Fault, 'outcome'> =>
  onData((data) => {
    if (data?.kind !== 'json') return data;
    const value = change(data.value);
    return value === undefined ? undefined : { kind: 'json', value };
  }, JSON_MODES);

/** What a string denotes that looks like an object or an array; the string itself if it denotes none. */
function parsedIfLarge(text: string): JsonValue {
  const parsed = /^\s*[{[]/.test(text) ? parseJson(text) : undefined;
  return parsed?.kind === 'json' ? parsed.value : text;
}

/** Goes down no further than it is asked about, so that no depth can exhaust the stack. */
function isDeeper(value: JsonValue, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}

/** JSON as a text: that of its bytes, or the one it is written as. */
function asText(data: EventData): EventData {
  switch (data.kind) {
    case 'text':
      return data;
    case 'json':
      return { kind: 'text', text: typeof data.value === 'string' ? data.value : JSON.stringify(data.value) };
    case 'binary': {
      const text = decodeUtf8(data.bytes);
      return text === undefined ? data : { kind: 'text', text };
    }
  }
}

/** Whether datacontenttype is a type of JSON that is recognized by its small letters alone. */
function isCapitalJson(event: CloudEvent): boolean {
  const [name = ''] = textOf(event, 'datacontenttype').split(';');
  return isJsonMediaType(name) && /[A-Z]/.test(name);
}

export const SUBTLE_DATA: readonly Fault[] = [
  fault(
    'json.read.string/looks-large',
    'parses a string in data that looks like an object or an array',
    onJson((value) => (typeof value === 'string' ? parsedIfLarge(value) : value)),
  ),
  fault(
    'json.read.b64/one-over',
    'loses the last byte of data_base64 when one is left over of the groups of three',
    onData(
      (data) =>
        data?.kind === 'binary' && data.bytes.length % 3 === 1 ? { ...data, bytes: data.bytes.subarray(0, -1) } : data,
      JSON_MODES,
    ),
  ),
  fault(
    'json.data.any/nothing',
    'takes data that is false, 0, the empty string or null for no data',
    onJson((value) => (value === false || value === 0 || value === '' || value === null ? undefined : value)),
  ),
  fault(
    'json.read.value/deep',
    'answers 500 to data that is nested deeper than 40 levels',
    refuseWhen(
      (_, outcome) =>
        outcome.kind === 'events' &&
        outcome.events.some(({ data }) => data?.kind === 'json' && isDeeper(data.value, DEEPEST)),
      'too much recursion',
      500,
    ),
  ),
  fault(
    'json.read.suffix/capitals',
    'reads JSON as text when its media type has capitals',
    onData((data, event) => (data !== undefined && isCapitalJson(event) ? asText(data) : data)),
  ),
];
