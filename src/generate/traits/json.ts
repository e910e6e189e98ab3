// What the JSON format asks of receivers (JSON format, sections 2.2 and 3.1).
import fc from 'fast-check';
import { isJsonMediaType } from '../../event/media-type.js';
import { parseJson } from '../../event/parse-json.js';
import type { CloudEvent, EventData, JsonValue } from '../../event/types.js';
import { anyJson } from '../any/json.js';
import { anyText } from '../any/text.js';
import { anyEvent } from '../any-event.js';
import { integer } from '../integer.js';
import { JSON_FORMS } from '../violation/forms.js';
import { PLAIN } from '../writing/types.js';
import type { Trait } from './types.js';
import { withAttribute, withContent } from './with.js';

const typeOf = ({ attributes }: CloudEvent): string | undefined => {
  const type = attributes.get('datacontenttype');
  return type === undefined ? undefined : String(type);
};

const json = (value: JsonValue): EventData => ({ kind: 'json', value });

/** A trait of data of a kind, as JSON carries it. */
const ofData = (
  requirement: string,
  event: Trait['event'],
  has: (data: EventData, type: string | undefined) => boolean,
): Trait => ({
  requirement,
  forms: JSON_FORMS,
  event,
  has: (one, _, attribute) => attribute === 'data' && one.data !== undefined && has(one.data, typeOf(one)),
});

const LOOKALIKES = ['{"a":1}', '[1,2]', '"x"', 'true', 'null', '1'] as const;

const isJsonText = (text: string): boolean => parseJson(text).kind === 'json';

const bytes = fc.uint8Array({ maxLength: 9 }).map((value): EventData => ({ kind: 'binary', bytes: value }));

export const JSON_DATA: readonly Trait[] = [
  {
    requirement: 'json.env.syntax',
    forms: JSON_FORMS,
    event: anyEvent,
    spelling: { style: 'wide', order: 1 },
    // The case of header names and the size of segments are no matter of JSON.
    has: (_, __, ___, { order, style, escapes } = PLAIN) =>
      order !== PLAIN.order || style !== PLAIN.style || escapes !== PLAIN.escapes,
  },
  ofData(
    'json.read.string',
    withContent(fc.constantFrom(...LOOKALIKES).map((text) => ({ type: 'application/json', data: json(text) }))),
    (data) => data.kind === 'json' && typeof data.value === 'string' && isJsonText(data.value),
  ),
  ofData(
    'json.data.null',
    withContent(fc.constant({ type: 'application/json', data: json(null) })),
    (data) => data.kind === 'json' && data.value === null,
  ),
  ofData(
    'json.read.suffix',
    withContent(anyJson.map((value) => ({ type: 'application/vnd.example.conform+json; v=1', data: json(value) }))),
    (data, type) => data.kind === 'json' && type !== undefined && isJsonMediaType(type) && type !== 'application/json',
  ),
  ofData(
    'json.read.default',
    withContent(anyJson.map((value) => ({ data: json(value) }))),
    (data, type) => data.kind === 'json' && type === undefined,
  ),
  ofData(
    'json.read.value',
    withContent(anyJson.map((value) => ({ type: 'application/json', data: json(value) }))),
    (data) => data.kind === 'json',
  ),
  ofData(
    'json.read.b64-empty',
    withContent(fc.constant({ type: 'application/octet-stream', data: { kind: 'binary', bytes: new Uint8Array() } })),
    (data) => data.kind === 'binary' && data.bytes.length === 0,
  ),
  ofData(
    'json.read.b64-notype',
    withContent(bytes.map((data) => ({ data }))),
    (data, type) => data.kind === 'binary' && type === undefined,
  ),
  ofData(
    'json.read.b64',
    withContent(bytes.map((data) => ({ type: 'application/octet-stream', data }))),
    (data) => data.kind === 'binary',
  ),
  ofData(
    'json.read.text',
    withContent(anyText.map((text) => ({ type: 'text/plain', data: { kind: 'text', text } }))),
    (data) => data.kind === 'text',
  ),
];

export const JSON_TYPES: readonly Trait[] = [
  {
    requirement: 'json.type.bool-in',
    forms: JSON_FORMS,
    event: withAttribute(fc.constant('conformext'), fc.boolean()),
    has: ({ attributes }, _, attribute) => typeof attributes.get(attribute) === 'boolean',
  },
  {
    requirement: 'json.type.int-in',
    forms: JSON_FORMS,
    event: withAttribute(fc.constant('conformext'), integer),
    has: ({ attributes }, _, attribute) => typeof attributes.get(attribute) === 'number',
  },
];
