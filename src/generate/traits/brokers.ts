// What the binary modes of Kafka and MQTT 5 ask of receivers (section 3 of both bindings).
import fc from 'fast-check';
import type { Form } from '../../binding/encode-message.js';
import { anyText } from '../any/text.js';
import { anyEvent } from '../any-event.js';
import { KAFKA_BINARY, MQTT5_BINARY } from '../violation/forms.js';
import type { Trait } from './types.js';
import { around, textAttribute, textIn, withAttribute, withContent } from './with.js';

const TYPES = fc.constantFrom('text/plain', 'application/octet-stream', 'application/json; charset=utf-8');

/** The names of requirements that both bindings have under names of their own. */
interface Names {
  readonly noPercent: string;
  readonly type: string;
  readonly noType: string;
  readonly data: string;
}

const partsOf = (forms: readonly Form[], names: Names): readonly Trait[] => [
  {
    requirement: names.noPercent,
    forms,
    event: withAttribute(textAttribute, around(anyText, fc.constantFrom('%20', '%41', '"', '%'))),
    has: (event, _, attribute) => attribute !== 'datacontenttype' && /[%"]/.test(textIn(event, attribute) ?? ''),
  },
  {
    requirement: names.type,
    forms,
    event: withAttribute(fc.constant('datacontenttype'), TYPES),
    has: ({ attributes }, _, attribute) => attribute === 'datacontenttype' && attributes.has(attribute),
  },
  {
    requirement: names.noType,
    forms,
    event: withContent(fc.constant({ data: { kind: 'binary', bytes: Uint8Array.of(1, 255) } })),
    has: ({ attributes, data }, _, attribute) =>
      attribute === 'data' && data !== undefined && data.kind !== 'json' && !attributes.has('datacontenttype'),
  },
  {
    requirement: names.data,
    forms,
    event: withContent(
      fc.uint8Array({ minLength: 1 }).map((bytes) => ({ type: 'image/png', data: { kind: 'binary', bytes } })),
    ),
    has: ({ data }, _, attribute) => attribute === 'data' && data !== undefined,
  },
];

export const BROKER_PARTS: readonly Trait[] = [
  ...partsOf(KAFKA_BINARY, {
    noPercent: 'kafka.bin.no-percent-in',
    type: 'kafka.bin.ct-in',
    noType: 'kafka.bin.ct-none',
    data: 'kafka.bin.value-in',
  }),
  {
    requirement: 'kafka.bin.null-value-in',
    forms: KAFKA_BINARY,
    event: withContent(fc.constant({})),
    has: ({ data }, _, attribute) => attribute === 'data' && data === undefined,
  },
  ...partsOf(MQTT5_BINARY, {
    noPercent: 'mqtt5.bin.no-percent-in',
    type: 'mqtt5.bin.ct-in',
    noType: 'mqtt5.bin.ct-none',
    data: 'mqtt5.bin.payload-in',
  }),
];

/** Every attribute has these. */
const always = (requirement: string, forms: readonly Form[]): Trait => ({
  requirement,
  forms,
  event: anyEvent,
  has: (event, _, attribute) => event.attributes.has(attribute),
});

export const BROKER_LINES: readonly Trait[] = [
  always('kafka.bin.headers-in', KAFKA_BINARY),
  always('mqtt5.bin.props-in', MQTT5_BINARY),
];
