// Events for the laws: valid ones, with names and values from every corner of what is legal.
import fc from 'fast-check';
import { firstDisallowed } from '../../src/event/string.js';
import type { AttributeValue, CloudEvent, EventData, JsonValue } from '../../src/event/types.js';

const cleanText = fc.string({ unit: 'grapheme' }).filter((text) => firstDisallowed(text) === undefined);
const nonEmpty = fc.oneof(
  cleanText.filter((text) => text !== ''),
  fc.constantFrom('"', '%', '%41', '"a"', '\u{1F600}', ' '),
);
const reference = fc.constantFrom('/a', 'urn:x:y', '1-555-123-4567', '?q', '#f', '/a%20b', 'https://h.test/p?q#f');
const time = fc.constantFrom('2018-04-05T17:31:00Z', '2018-04-05t17:31:00.123456789+05:30', '1990-12-31T23:59:60Z');

const extensionName = fc.oneof(
  fc.stringMatching(/^[a-z0-9]{1,24}$/),
  fc.constantFrom('constructor', 'hasownproperty', '1st', '0', 'a'.repeat(64)),
);
const extensionValue = fc.oneof<fc.Arbitrary<AttributeValue>[]>(cleanText, nonEmpty, fc.boolean(), fc.integer());

const jsonData: fc.Arbitrary<EventData> = fc
  .json()
  .map((text): EventData => ({ kind: 'json', value: JSON.parse(text) as JsonValue }));
const textData: fc.Arbitrary<EventData> = fc.string({ unit: 'grapheme' }).map((text) => ({ kind: 'text', text }));
const binaryData: fc.Arbitrary<EventData> = fc.uint8Array().map((bytes) => ({ kind: 'binary', bytes }));

/** A type of content and data that goes with it: JSON under a JSON type or none, text under another, bytes under any. */
const content = fc.oneof(
  fc.tuple(fc.constantFrom(undefined, 'application/json', 'Text/JSON; charset=utf-8', 'a/b+json'), jsonData),
  fc.tuple(fc.constantFrom('text/plain', 'application/xml; charset="utf-8"', 'application/json-seq'), textData),
  fc.tuple(fc.constantFrom(undefined, 'application/octet-stream', 'application/json'), binaryData),
  fc.tuple(fc.constantFrom(undefined, 'text/plain'), fc.constant(undefined)),
);

export const anyEvent: fc.Arbitrary<CloudEvent> = fc
  .record({
    required: fc.tuple(nonEmpty, reference, nonEmpty),
    subject: fc.option(nonEmpty, { nil: undefined }),
    time: fc.option(time, { nil: undefined }),
    dataschema: fc.option(fc.constantFrom('https://h.test/s', 'urn:s#f'), { nil: undefined }),
    extensions: fc.array(
      fc.tuple(
        extensionName.filter((name) => name !== 'data'),
        extensionValue,
      ),
      { maxLength: 5 },
    ),
    content,
  })
  .map(({ required: [id, source, type], extensions, content: [datacontenttype, data], ...optional }) => {
    const core = { ...optional, datacontenttype, specversion: '1.0', id, source, type };
    const attributes = new Map<string, AttributeValue>(extensions);
    for (const [name, value] of Object.entries(core)) {
      attributes.delete(name);
      if (value !== undefined) attributes.set(name, value);
    }
    return { attributes, ...(data && { data }) };
  });
