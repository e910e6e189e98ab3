// What the binary mode of HTTP asks of receivers (HTTP binding, section 3.1).
import fc from 'fast-check';
import type { CloudEvent, EventData } from '../../event/types.js';
import { anyContent } from '../any/content.js';
import { anyNonEmptyText, anyText } from '../any/text.js';
import { anyEvent } from '../any-event.js';
import { HTTP_BINARY } from '../violation/forms.js';
import type { Trait } from './types.js';
import { around, textAttribute, textIn, withAttribute, withContent } from './with.js';

/** A trait of the values of headers: the Content-Type is another one's. */
const ofValues = (requirement: string, pattern: RegExp, value: fc.Arbitrary<string>): Trait => ({
  requirement,
  forms: HTTP_BINARY,
  event: withAttribute(textAttribute, value),
  has: (event, _, attribute) => isValue(attribute) && pattern.test(textIn(event, attribute) ?? ''),
});

const withOne = (...special: readonly string[]): fc.Arbitrary<string> => around(anyText, fc.constantFrom(...special));

const isValue = (attribute: string): boolean => attribute !== 'datacontenttype' && attribute !== 'data';

const isNotEmpty = (event: CloudEvent, attribute: string): boolean =>
  isValue(attribute) && (textIn(event, attribute) ?? '') !== '';

export const HTTP_VALUES: readonly Trait[] = [
  {
    requirement: 'http.bin.case',
    forms: HTTP_BINARY,
    event: anyEvent,
    spelling: { names: 'upper' },
    has: (_, __, attribute, spelling) => attribute !== 'data' && spelling !== undefined && spelling.names !== 'lower',
  },
  {
    requirement: 'http.dec.lower',
    forms: HTTP_BINARY,
    // Of every sequence of six there are some with letters in their digits, and some of these are in lower case.
    event: withAttribute(textAttribute, fc.constant('\u00ef\u00ef\u00ef\u00ef\u00ef\u00ef')),
    spelling: { escapes: 'needless' },
    has: (event, _, attribute, spelling) =>
      spelling?.escapes === 'needless' && isValue(attribute) && /[^\x20-\x7e]/.test(textIn(event, attribute) ?? ''),
  },
  {
    requirement: 'http.dec.extra',
    forms: HTTP_BINARY,
    event: withAttribute(textAttribute, anyNonEmptyText),
    spelling: { escapes: 'needless' },
    has: (event, _, attribute, spelling) => spelling?.escapes === 'needless' && isNotEmpty(event, attribute),
  },
  {
    requirement: 'http.bin.empty-value',
    forms: HTTP_BINARY,
    event: withAttribute(fc.constant('conformext'), fc.constant('')),
    has: (event, _, attribute) => textIn(event, attribute) === '',
  },
  ofValues('http.dec.once', /%[0-9A-Fa-f]{2}/, withOne('%41', '%25', '%c3%a9', '%20')),
  ofValues('http.dec.plus', /\+/, withOne('+', '++', 'a+b')),
  ofValues(
    'http.dec.pct-quote',
    /^"/,
    anyText.map((text) => `"${text}"`),
  ),
  ofValues('http.dec.literal', /[()\\]/, withOne('(note)', '\\', 'a\\b', ')')),
  ofValues(
    'http.dec.pct',
    /[^\x21\x23\x24\x26-\x7e]/,
    withOne(' ', '"', '%', '\u00e9', '\u20ac', '\u{1f600}', '\ufeff'),
  ),
];

export const HTTP_PARTS: readonly Trait[] = [
  {
    requirement: 'http.bin.ct-in',
    forms: HTTP_BINARY,
    // A JSON value has no place in a structured event whose type is no JSON.
    event: withContent(
      fc.record({
        type: fc.constantFrom('text/plain', 'application/octet-stream', 'multipart/mixed; boundary="a b"'),
        data: fc.constantFrom<EventData>(
          { kind: 'text', text: 'a' },
          { kind: 'text', text: '{"a":1}' },
          { kind: 'binary', bytes: Uint8Array.of(97, 98) },
        ),
      }),
    ),
    has: ({ attributes }, _, attribute) => attribute === 'datacontenttype' && attributes.has(attribute),
  },
  {
    requirement: 'http.bin.ct-none',
    forms: HTTP_BINARY,
    event: withContent(fc.constant({ data: { kind: 'binary', bytes: Uint8Array.of(1, 255) } })),
    has: ({ attributes, data }, _, attribute) =>
      attribute === 'data' && data !== undefined && data.kind !== 'json' && !attributes.has('datacontenttype'),
  },
  {
    requirement: 'http.bin.body',
    forms: HTTP_BINARY,
    event: withContent(
      anyContent.map(({ type, data }) => ({ type, data: data ?? { kind: 'binary', bytes: Uint8Array.of(0) } })),
    ),
    has: ({ data }, _, attribute) => attribute === 'data' && data !== undefined,
  },
  {
    requirement: 'http.bin.no-data',
    forms: HTTP_BINARY,
    event: withContent(fc.constant({})),
    has: ({ attributes, data }, _, attribute) =>
      attribute === 'data' && data === undefined && !attributes.has('datacontenttype'),
  },
];
