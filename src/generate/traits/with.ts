// Events that surely have something: any event, and that put into it.
import fc, { type Arbitrary } from 'fast-check';
import type { AttributeValue, CloudEvent, EventData } from '../../event/types.js';
import { anyEvent } from '../any-event.js';
import type { Content } from '../content.js';

/** Any event with this value of this attribute; under another type of the data, with data that goes with it. */
export const withAttribute = (name: Arbitrary<string>, value: Arbitrary<AttributeValue>): Arbitrary<CloudEvent> =>
  fc.tuple(anyEvent, name, value).map(([event, key, put]): CloudEvent => {
    const attributes = new Map(event.attributes).set(key, put);
    return key === 'datacontenttype' && event.data !== undefined
      ? { attributes, data: SIMPLE }
      : { ...event, attributes };
  });

/** Text that is JSON as well. */
const SIMPLE: EventData = { kind: 'text', text: '1' };

/** Any event with this content in place of its own. */
export const withContent = (content: Arbitrary<Content>): Arbitrary<CloudEvent> =>
  fc.tuple(anyEvent, content).map(([event, { type, data }]) => {
    const attributes = new Map(event.attributes);
    attributes.delete('datacontenttype');
    if (type !== undefined) attributes.set('datacontenttype', type);
    return data === undefined ? { attributes } : { attributes, data };
  });

/** Attributes that may hold any text. */
export const textAttribute: Arbitrary<string> = fc.constantFrom('subject', 'conformext', 'type', 'id');

/** A text with this in it. */
export const around = (text: Arbitrary<string>, special: Arbitrary<string>): Arbitrary<string> =>
  fc.tuple(text, special, text).map((parts) => parts.join(''));

/** The text of an attribute, as it is in every form; of data, and of what is not there, none. */
export function textIn({ attributes }: CloudEvent, attribute: string): string | undefined {
  const value = attribute === 'data' ? undefined : attributes.get(attribute);
  return value === undefined ? undefined : String(value);
}
