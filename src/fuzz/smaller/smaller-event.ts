// Smaller events, still valid: fewer attributes, plainer values, less data.
import { isCoreAttribute } from '../../event/names.js';
import type { AttributeValue, CloudEvent } from '../../event/types.js';
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

/**
 * Smaller events, those that lack most first. The id of an event that is sent has a token before it, so the smallest is empty
 * here; all else stays valid.
 */
export function* smallerEvents(event: CloudEvent): Generator<CloudEvent> {
  for (const one of candidates(event)) if (isValid(one)) yield one;
}

const isValid = ({ attributes }: CloudEvent): boolean =>
  validate({ attributes: new Map([...attributes, ['id', 'a']]) }, '1.0.2').length === 0;

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
  for (const [name, value] of attributes) {
    if (name === 'specversion' || PLAIN.get(name) === value || PLAIN_OPTIONAL.get(name) === value) continue;
    for (const smaller of smallerValue(value)) yield withValue(event, name, smaller);
  }
  if (data !== undefined) for (const smaller of smallerData(data)) yield { attributes, data: smaller };
}

function* plainerExtensions(event: CloudEvent, name: string): Generator<CloudEvent> {
  const value = event.attributes.get(name);
  if (typeof value === 'string' && value !== 'a' && value !== '') yield withValue(event, name, 'a');
  if (value !== undefined && typeof value !== 'string' && value !== 0) yield withValue(event, name, 'a');
  for (const shorter of ['a', 'b', 'c', ...smallerText(name)]) {
    if (shorter === '' || shorter >= name || event.attributes.has(shorter)) continue;
    yield renamed(event, name, shorter);
  }
}

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
