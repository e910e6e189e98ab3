// Smaller events, still valid: fewer attributes, plainer values, less data.

import { isJsonMediaType } from '../../event/media-type.js';
import { isCoreAttribute } from '../../event/names.js';
import { parseJson } from '../../event/parse-json.js';
import type { AttributeValue, CloudEvent, EventData } from '../../event/types.js';
import { validate } from '../../event/validate.js';
import { smallerData, smallerText, smallerValue } from './smaller-values.js';

/** The plainest value of each attribute that no event is without. */
const PLAIN: ReadonlyMap<string, AttributeValue> = new Map([
  ['id', ''],
  ['source', '/'],
  ['type', 'a'],
]);

/** The plainest value of each optional one. */
const PLAIN_OPTIONAL: ReadonlyMap<string, AttributeValue> = new Map([
  ['subject', 'a'],
  ['time', '2000-01-01T00:00:00Z'],
  ['dataschema', 'a:a'],
  ['datacontenttype', 'application/json'],
]);

/** The plainest time, then those that have one thing that is special each, and what has that. */
const TIMES: readonly (readonly [time: AttributeValue, has: RegExp])[] = [
  ['2000-01-01T00:00:00Z', /^/],
  ['2000-01-01T00:00:00.1Z', /\./],
  ['2000-01-01t00:00:00z', /[tz]/],
  ['2000-01-01T00:00:00+01:00', /[+-]..:..$/],
  ['0001-01-01T00:00:00Z', /^0/],
  ['9999-01-01T00:00:00Z', /^9/],
  ['2016-12-31T23:59:60Z', /:60/],
  ['2017-01-01T00:59:60+01:00', /:60.*[+-]..:..$/],
  ['2000-01-01T00:00:00.0000000001Z', /\.\d{10}/],
];

/** A leap second is not simpler than a fraction: what a time has not is no part of it. */
const timesLike = (time: AttributeValue | undefined): readonly AttributeValue[] =>
  TIMES.flatMap(([one, has]) => (has.test(String(time)) ? [one] : []));

/** The plainest media type, then those that have one thing that is special each. */
const TYPES: readonly AttributeValue[] = [
  'application/json',
  'text/plain',
  'a/a+json',
  'a/json',
  'Application/JSON',
  'application/json; a=a',
  'application/json; a="a"',
];

/** With a value that stands before its own in that list: shrinking has to end. */
function withOneOf(event: CloudEvent, name: string, values: readonly AttributeValue[]): readonly CloudEvent[] {
  const value = event.attributes.get(name);
  if (value === undefined) return [];
  const own = values.indexOf(value);
  return values.slice(0, own === -1 ? values.length : own).map((one) => withValue(event, name, one));
}

/** What is plain enough: nothing smaller of it says more. */
const SPECIAL: ReadonlySet<AttributeValue> = new Set([...TIMES.map(([time]) => time), ...TYPES]);

/**
 * Smaller events, those that lack most first. The id of an event that is sent has a token before it, so the smallest is empty
 * here; all else stays valid.
 */
export function* smallerEvents(event: CloudEvent): Generator<CloudEvent> {
  for (const one of candidates(event)) if (isValid(one)) yield one;
}

const isValid = ({ attributes, data }: CloudEvent): boolean =>
  fits(attributes.get('datacontenttype'), data) &&
  ['source', 'dataschema'].every((name) => hasItsHost(String(attributes.get(name) ?? ''))) &&
  validate({ attributes: new Map([...attributes, ['id', 'a']]) }, '1.0.2').length === 0;

/** A URI of http or https without a host is none of its scheme (RFC 7230, section 2.7), and what is no name is read as one in many ways. */
const hasItsHost = (uri: string): boolean => !/^https?:/i.test(uri) || HOSTED.test(uri);

const HOSTED = /^https?:\/\/(?:[^/?#@]*@)?(?:[a-z][a-z0-9.-]*|\d+\.\d+\.\d+\.\d+|\[[^\]]+\])(?::\d*)?(?:[/?#]|$)/i;

/**
 * Data that a reader of its type can read: a JSON value under a JSON type or none, and JSON text under one. No text without a type
 * is empty: in JSON that is a string.
 */
function fits(type: AttributeValue | undefined, data: EventData | undefined): boolean {
  if (data === undefined) return true;
  const isJson = type !== undefined && isJsonMediaType(String(type));
  switch (data.kind) {
    case 'json':
      return type === undefined || isJson;
    case 'text':
      return isJson ? parseJson(data.text).kind === 'json' : type !== undefined || data.text !== '';
    case 'binary':
      return !isJson || parseJson(data.bytes).kind === 'json';
  }
}

function* candidates(event: CloudEvent): Generator<CloudEvent> {
  const { attributes, data } = event;
  const extensions = [...attributes.keys()].filter((name) => !isCoreAttribute(name));
  if (extensions.length > 1) {
    yield without(event, extensions);
    const middle = Math.ceil(extensions.length / 2);
    yield without(event, extensions.slice(0, middle));
    yield without(event, extensions.slice(middle));
  }
  if (data !== undefined) yield { attributes: new Map([...attributes].filter(([name]) => name !== 'datacontenttype')) };
  if (data !== undefined) yield { attributes };
  for (const name of attributes.keys()) if (name !== 'specversion' && !PLAIN.has(name)) yield without(event, [name]);
  for (const [name, plain] of [...PLAIN, ...PLAIN_OPTIONAL]) {
    const value = attributes.get(name);
    if (value !== undefined && value !== plain) yield withValue(event, name, plain);
  }
  for (const name of extensions) yield* plainerExtensions(event, name);
  yield* withOneOf(event, 'time', timesLike(event.attributes.get('time')));
  yield* withOneOf(event, 'datacontenttype', TYPES);
  for (const [name, value] of attributes) {
    if (name === 'specversion' || SPECIAL.has(value) || PLAIN.get(name) === value || PLAIN_OPTIONAL.get(name) === value)
      continue;
    for (const smaller of smallerValue(value)) yield withValue(event, name, smaller);
  }
  if (data !== undefined) for (const smaller of smallerData(data)) yield { attributes, data: smaller };
}

function* plainerExtensions(event: CloudEvent, name: string): Generator<CloudEvent> {
  if (typeof event.attributes.get(name) !== 'string') yield withValue(event, name, 'a');
  for (const simpler of [...LETTERS, ...smallerText(name)])
    if (simpler !== '' && isSimpler(simpler, name) && !event.attributes.has(simpler))
      yield renamed(event, name, simpler);
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Shorter; or as long, with more that does not matter; or earlier in the alphabet. */
function isSimpler(name: string, other: string): boolean {
  const [length, others] = [name.length - other.length, told(name) - told(other)];
  return length < 0 || (length === 0 && (others < 0 || (others === 0 && name < other)));
}

const told = (name: string): number => name.replaceAll('a', '').length;

const without = ({ attributes, ...rest }: CloudEvent, names: readonly string[]): CloudEvent => ({
  ...rest,
  attributes: new Map([...attributes].filter(([name]) => !names.includes(name))),
});

const withValue = ({ attributes, ...rest }: CloudEvent, name: string, value: AttributeValue): CloudEvent => ({
  ...rest,
  attributes: new Map(attributes).set(name, value),
});

// At its own place, since the order may be what matters.
const renamed = ({ attributes, ...rest }: CloudEvent, from: string, to: string): CloudEvent => ({
  ...rest,
  attributes: new Map([...attributes].map(([name, value]) => [name === from ? to : name, value])),
});
