// What goes wrong between the data member and the payload.

import type { ContentMode } from '../../../binding/types.js';
import { decodeBase64 } from '../../../event/binary.js';
import { canonical } from '../../../event/canonical.js';
import { isJsonMediaType } from '../../../event/media-type.js';
import { parseJson } from '../../../event/parse-json.js';
import type { CloudEvent, EventData, JsonValue } from '../../../event/types.js';
import { decodeUtf8 } from '../../../event/utf8.js';
import { type Fault, fault } from '../../fault.js';
import { onData, refuseWhen } from '../change.js';
import { isObject, onMembers } from './members.js';

const JSON_MODES: readonly ContentMode[] = ['structured', 'batch'];

/** Changes data that is a JSON value; `undefined` drops it. */
const onJson = (change: (value: JsonValue, event: CloudEvent) => EventData | undefined): Pick<Fault, 'outcome'> =>
  onData((data, event) => (data?.kind === 'json' ? change(data.value, event) : data), JSON_MODES);

const json = (value: JsonValue): EventData => ({ kind: 'json', value });
const typeOf = ({ attributes }: CloudEvent): string => canonical(attributes.get('datacontenttype') ?? '');

function withoutNulls(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutNulls(member)]));
}

function withDates(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withDates);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withDates(item)]));
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value).toISOString() : value;
}

function parsedAgain(text: string): JsonValue {
  const parsed = parseJson(text);
  return parsed.kind === 'json' ? parsed.value : text;
}

function base64Guessed(text: string): JsonValue {
  const bytes = text.length >= 8 ? decodeBase64(text) : undefined;
  return (bytes && decodeUtf8(bytes)) ?? text;
}

/** Takes objects and arrays for content that is no JSON, and keeps their text. */
const asContent = (isMeant: (type: string) => boolean): Pick<Fault, 'outcome'> =>
  onJson((value, event) =>
    typeof value === 'object' && value !== null && isMeant(typeOf(event)) ? json(JSON.stringify(value)) : json(value),
  );

export const DATA_FAULTS: readonly Fault[] = [
  fault(
    'json.read.value/nulls-dropped',
    'drops the members of data that are null',
    onJson((value) => json(withoutNulls(value))),
  ),
  fault(
    'json.read.value/dates-parsed',
    'makes dates of the strings in data that look like dates',
    onJson((value) => json(isObject(value) ? withDates(value) : value)),
  ),
  fault(
    'json.read.value/first-name',
    'takes the first member with the name of an attribute, at whatever depth it stands',
    onMembers((event, members) => {
      const names = Object.keys(members);
      const { data } = members;
      if (!isObject(data) || names.indexOf('data') > names.indexOf('id')) return event;
      const inner = Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
      return { ...event, attributes: new Map([...event.attributes, ...inner]) };
    }),
  ),
  fault(
    'json.read.string/parsed-again',
    'parses a string in data as a JSON document',
    onJson((value, event) => json(typeof value === 'string' && typeOf(event) !== '' ? parsedAgain(value) : value)),
  ),
  fault(
    'json.read.string/base64-guessed',
    'decodes a string in data that looks like base64',
    onJson((value) => json(typeof value === 'string' ? base64Guessed(value) : value)),
  ),
  fault(
    'json.data.any/falsy-dropped',
    'drops data that counts as false: 0, false and the empty string',
    onJson((value) => (value === 0 || value === false || value === '' ? undefined : json(value))),
  ),
  fault(
    'json.data.null/dropped',
    'takes data that is null for no data',
    onJson((value) => (value === null ? undefined : json(value))),
  ),
  fault(
    'json.read.suffix/one-type',
    'takes application/json alone for JSON',
    asContent((type) => isJsonMediaType(type) && !/^application\/json *(;|$)/i.test(type)),
  ),
  fault(
    'json.read.suffix/parameters',
    'does not take application/json with a parameter for JSON',
    asContent((type) => /^application\/json *;/.test(type)),
  ),
  fault(
    'json.read.text/quotes-kept',
    'keeps the quotes and escapes of text in the payload',
    onData((data) => (data?.kind === 'text' ? { kind: 'text', text: JSON.stringify(data.text) } : data), JSON_MODES),
  ),
  fault(
    'json.read.default/as-text',
    'keeps data without datacontenttype as text',
    asContent((type) => type === ''),
  ),
  fault(
    'json.read.default/refused',
    'refuses data without datacontenttype',
    refuseWhen(
      (_, outcome) =>
        outcome.kind === 'events' &&
        outcome.mode !== 'binary' &&
        outcome.events.some((event) => event.data?.kind === 'json' && typeOf(event) === ''),
      'datacontenttype is missing',
    ),
  ),
  fault(
    'json.read.nested/unwrapped',
    'unwraps an event that is the data of another',
    onMembers((event) => {
      const inner = event.data?.kind === 'json' ? event.data.value : undefined;
      if (!isObject(inner) || inner['specversion'] !== '1.0') return event;
      const attributes = Object.entries(inner).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      );
      return { attributes: new Map(attributes), data: json(inner['data'] ?? null) };
    }),
  ),
];
