// Valid events, with names and values from every corner of what is legal.
//
//   event = specversion id source type [ subject ] [ time ] [ dataschema ] *extension content
import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import type { AttributeValue, CloudEvent } from '../event/types.js';
import { extensionName } from './attribute-name.js';
import { content } from './content.js';
import { integer } from './integer.js';
import { nonEmptyText, text } from './text.js';
import { timestamp } from './timestamp.js';
import { uri, uriReference } from './uri.js';

/** More extensions than that say nothing more. */
const MOST_EXTENSIONS = 5;

/** A value of each of the seven types, as it appears on the wire: native for Boolean and Integer, else a string. */
export const extensionValue: fc.Arbitrary<AttributeValue> = fc.oneof<fc.Arbitrary<AttributeValue>[]>(
  text,
  nonEmptyText,
  fc.boolean(),
  integer,
  fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes).toString('base64')),
  uri,
  uriReference,
  timestamp,
);

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

/** Any valid event of CloudEvents 1.0, on 1.0.2 and on main alike. */
export const event: fc.Arbitrary<CloudEvent> = fc
  .record({
    id: nonEmptyText,
    source: uriReference,
    type: nonEmptyText,
    subject: optional(nonEmptyText),
    time: optional(timestamp),
    dataschema: optional(uri),
    extensions: fc.uniqueArray(fc.tuple(extensionName, extensionValue), {
      maxLength: MOST_EXTENSIONS,
      selector: ([name]) => name,
    }),
    content,
  })
  .map(({ extensions, content: { type: datacontenttype, data }, ...named }) => {
    const attributes = new Map<string, AttributeValue>([['specversion', '1.0']]);
    for (const [name, value] of [...Object.entries({ ...named, datacontenttype }), ...extensions]) {
      if (value !== undefined) attributes.set(name, value);
    }
    return { attributes, ...(data && { data }) };
  });
