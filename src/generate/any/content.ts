// Data with a media type that goes with it, as `content` has it, drawn fast and from further corners.
import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import type { EventData } from '../../event/types.js';
import type { Content } from '../content.js';
import { evenly } from '../evenly.js';
import { anyJson } from './json.js';
import { stretched } from './stretched.js';
import { anyText } from './text.js';

const JSON_TYPES = [
  'application/json',
  undefined,
  'Application/JSON',
  'APPLICATION/JSON',
  'application/json; charset=utf-8',
  'application/json;charset=UTF-8',
  'application/json; charset="utf-8"',
  'text/json',
  'application/vnd.example.conform+json',
  'application/vnd.example.Conform+JSON; v=1',
  'application/geo+json; profile="a;b=\\"c\\""',
  'application/problem+json',
] as const;

/** The subtype of the last one only begins as JSON's does. */
const TEXT_TYPES = [
  'text/plain',
  'Text/Plain; Charset=UTF-8',
  'text/plain;charset=utf-8',
  'application/xml; charset="utf-8"',
  'application/atom+xml',
  'text/csv; header=present',
  'text/html; a="b; c"',
  'application/yaml',
  'application/json-seq',
] as const;

const BYTE_TYPES = [
  'application/octet-stream',
  undefined,
  'image/png',
  'application/x-protobuf',
  'Application/Octet-Stream',
  'multipart/mixed; boundary="a b"',
  'application/avro+binary',
] as const;

/** Texts of files rather than of attributes: line ends, marks of order, JSON that is not meant as JSON. */
const TEXTS = [
  '',
  '{ "a" : 1.0 }',
  '"quoted"',
  ' a\r\nb\n\tc ',
  '\ufefftold',
  'AAEC',
  '<?xml version="1.0"?><a/>',
  '\u0000',
  'null',
  'a=b&c=d+e',
] as const;

const BYTES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 15, 16, 17, 63, 64, 65, 255, 256, 257, 1000, 4096] as const;

/** Characters of a long text as data. All of them may be escaped, so an event with two long values is six times as long. */
const LONG_TEXT = [256, 257, 1025, 4097] as const;

const text = (value: string): EventData => ({ kind: 'text', text: value });

const json = anyJson.map((value): EventData => ({ kind: 'json', value }));

const texts: fc.Arbitrary<EventData> = fc.oneof<fc.WeightedArbitrary<EventData>[]>(
  { arbitrary: anyText.map(text), weight: 6 },
  { arbitrary: fc.constantFrom(...TEXTS).map(text), weight: 3 },
  {
    arbitrary: fc.tuple(anyText, fc.constantFrom(...LONG_TEXT)).map(([unit, length]) => text(stretched(unit, length))),
    weight: 1,
  },
);

// Of any length up to some, so of every remainder by three, which base64 pads by; each byte follows from those before.
const bytes = fc.tuple(fc.constantFrom(...BYTES), evenly(0xffff)).map(([length, seed]): EventData => {
  const drawn = Buffer.alloc(length);
  for (let at = 0, state = seed; at < length; at++) {
    drawn[at] = state >>> 8;
    state = (state * 25173 + 13849) & 0xffff;
  }
  return { kind: 'binary', bytes: new Uint8Array(drawn) };
});

/** Bytes that are JSON, under its type: read as such, or left as they are. */
const jsonBytes = fc.constantFrom('{ "a" : 1 }', '[ ]', '"x"', ' null ').map(
  (value): EventData => ({
    kind: 'binary',
    bytes: new TextEncoder().encode(value),
  }),
);

const pair = (type: Content['type'], data?: EventData): Content => ({ type, data });

/** Any content. */
export const anyContent: fc.Arbitrary<Content> = fc.oneof(
  { withCrossShrink: true },
  {
    arbitrary: fc.constantFrom(undefined, ...JSON_TYPES, ...TEXT_TYPES, ...BYTE_TYPES).map((type) => pair(type)),
    weight: 2,
  },
  { arbitrary: fc.tuple(fc.constantFrom(...JSON_TYPES), json).map(([type, data]) => pair(type, data)), weight: 8 },
  { arbitrary: fc.tuple(fc.constantFrom(...TEXT_TYPES), texts).map(([type, data]) => pair(type, data)), weight: 4 },
  { arbitrary: fc.tuple(fc.constantFrom(...BYTE_TYPES), bytes).map(([type, data]) => pair(type, data)), weight: 4 },
  {
    arbitrary: fc.tuple(fc.constant('application/json'), jsonBytes).map(([type, data]) => pair(type, data)),
    weight: 1,
  },
);
