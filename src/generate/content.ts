// Data with a media type that goes with it, in the combinations that each content mode can carry.
//
//   content = ( none / any type ) without data
//           / ( no type / JSON type ) with a JSON value
//           / text type with a character string
//           / ( no type / any type ) with bytes
import fc from 'fast-check';
import type { EventData, JsonValue } from '../event/types.js';

/** Data, and the datacontenttype of its event; either may be absent. */
export interface Content {
  readonly type?: string | undefined;
  readonly data?: EventData | undefined;
}

const JSON_TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'Text/JSON; charset=utf-8',
  'application/vnd.example.conform+json',
] as const;

/** The subtype of the last one only begins as JSON's does. */
const TEXT_TYPES = ['text/plain', 'application/xml; charset="utf-8"', 'text/csv', 'application/json-seq'] as const;

const BYTE_TYPES = ['application/octet-stream', 'image/png', 'application/json', 'text/plain'] as const;

const json: fc.Arbitrary<EventData> = fc
  .json({ stringUnit: 'grapheme' })
  .map((text): EventData => ({ kind: 'json', value: JSON.parse(text) as JsonValue }));
const text: fc.Arbitrary<EventData> = fc.string({ unit: 'grapheme' }).map((value) => ({ kind: 'text', text: value }));
const bytes: fc.Arbitrary<EventData> = fc.uint8Array().map((value) => ({ kind: 'binary', bytes: value }));

/** Any content. */
export const content: fc.Arbitrary<Content> = fc.oneof(
  { arbitrary: fc.record({ type: fc.constantFrom(undefined, ...JSON_TYPES), data: json }), weight: 3 },
  { arbitrary: fc.record({ type: fc.constantFrom(...TEXT_TYPES), data: text }), weight: 2 },
  { arbitrary: fc.record({ type: fc.constantFrom(undefined, ...BYTE_TYPES), data: bytes }), weight: 2 },
  { arbitrary: fc.record({ type: fc.constantFrom(undefined, ...JSON_TYPES, ...TEXT_TYPES) }), weight: 1 },
);
