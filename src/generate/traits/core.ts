// What the core asks of receivers, whatever the form ("Context Attributes", "Type System", "Event Data").
import fc from 'fast-check';
import { MAX_INTEGER, MIN_INTEGER } from '../../event/integer.js';
import { isCoreAttribute } from '../../event/names.js';
import type { CloudEvent } from '../../event/types.js';
import { anyText } from '../any/text.js';
import { anyTimestamp } from '../any/timestamp.js';
import { anyUriReference } from '../any/uri.js';
import { ALL_FORMS, BINARY, JSON_FORMS } from '../violation/forms.js';
import type { Trait } from './types.js';
import { around, textAttribute, textIn, withAttribute, withContent } from './with.js';

const isExtension = ({ attributes }: CloudEvent, name: string): boolean =>
  attributes.has(name) && !isCoreAttribute(name);

/** More than headers and tables of software expect. */
const MANY = 8;

const everywhere = (trait: Omit<Trait, 'forms'>): Trait => ({ ...trait, forms: ALL_FORMS });

const ofText = (requirement: string, pattern: RegExp, special: readonly string[]): Trait =>
  everywhere({
    requirement,
    event: withAttribute(textAttribute, around(anyText, fc.constantFrom(...special))),
    has: (event, _, attribute) => pattern.test(textIn(event, attribute) ?? ''),
  });

const ofName = (requirement: string, names: readonly string[], isOne: (name: string) => boolean): Trait =>
  everywhere({
    requirement,
    event: withAttribute(fc.constantFrom(...names), anyText),
    has: (event, _, attribute) => isExtension(event, attribute) && isOne(attribute),
  });

export const CORE_VALUES: readonly Trait[] = [
  everywhere({
    requirement: 'core.type.int-bounds',
    event: withAttribute(fc.constant('conformext'), fc.constantFrom(MIN_INTEGER, MAX_INTEGER)),
    has: ({ attributes }, _, attribute) =>
      [MIN_INTEGER, MAX_INTEGER].some((bound) => attributes.get(attribute) === bound),
  }),
  {
    requirement: 'core.type.str-pair',
    forms: JSON_FORMS,
    event: withAttribute(textAttribute, around(anyText, fc.constantFrom('\u{1f600}', '\u{10000}', '\u{10fffd}'))),
    spelling: { escapes: 'needless' },
    has: (event, _, attribute, spelling) =>
      spelling?.escapes === 'needless' && /[\u{10000}-\u{10ffff}]/u.test(textIn(event, attribute) ?? ''),
  },
  everywhere({
    requirement: 'core.type.str-nonorm',
    event: withAttribute(textAttribute, around(anyText, fc.constantFrom('e\u0301', '\u212b', '\u1100\u1161'))),
    has: (event, _, attribute) => {
      const text = textIn(event, attribute) ?? '';
      return text.normalize('NFC') !== text;
    },
  }),
  ofName(
    'core.name.long',
    ['a'.repeat(21), 'abcdefghijklmnopqrstuvwxyz', '0123456789'.repeat(6)],
    ({ length }) => length > 20,
  ),
  ofName('core.name.digit-first', ['1st', '00', '42nd', '9z'], (name) => /^[0-9]/.test(name)),
  everywhere({
    requirement: 'core.ext.empty-string',
    event: withAttribute(fc.constant('conformext'), fc.constant('')),
    has: (event, _, attribute) => isExtension(event, attribute) && textIn(event, attribute) === '',
  }),
  everywhere({
    requirement: 'core.type.time',
    event: withAttribute(fc.constant('time'), anyTimestamp),
    has: ({ attributes }, _, attribute) => attribute === 'time' && attributes.has('time'),
    // RFC 3339, section 5.6 lets specifications do without lower case, precision is promised by nobody (position A07), software
    // seldom knows leap seconds, and the first second of all is how some of it says that there is no time.
    isShould: (event) => /:60|[tz]|\.\d{10}|^0001-01-01T00:00:00Z/.test(textIn(event, 'time') ?? ''),
  }),
  ofText('core.type.str', /[^\x20-\x7e]/, ['\u00a0', '\ufeff', '\ufffd', '\u{10fffd}', '\u{1f600}', '\u200f']),
  everywhere({
    requirement: 'core.type.uriref',
    event: withAttribute(
      fc.constant('source'),
      anyUriReference.map((reference) => `${reference}?q=%20`),
    ),
    has: (event, _, attribute) => attribute === 'source' && /[^A-Za-z0-9:/.-]|:$/.test(textIn(event, 'source') ?? ''),
  }),
  everywhere({
    requirement: 'core.id.opaque',
    event: withAttribute(fc.constant('id'), around(anyText, fc.constantFrom(' ', '/', '\u00e9', '='))),
    has: (event, _, attribute) => attribute === 'id' && /[^A-Za-z0-9-]/.test(textIn(event, 'id') ?? ''),
  }),
];

export const CORE_PARTS: readonly Trait[] = [
  everywhere({
    requirement: 'core.dct.case',
    event: withContent(fc.constant({ type: 'Application/JSON', data: { kind: 'json', value: { a: 1 } } })),
    has: (event, _, attribute) =>
      (attribute === 'datacontenttype' || attribute === 'data') &&
      /^[^;]*[A-Z]/.test(textIn(event, 'datacontenttype') ?? ''),
  }),
  {
    requirement: 'core.data.opaque',
    forms: BINARY,
    event: withContent(
      fc.uint8Array({ minLength: 1, maxLength: 64 }).map((bytes) => ({
        type: 'application/octet-stream',
        data: { kind: 'binary', bytes },
      })),
    ),
    has: ({ data }, _, attribute) => attribute === 'data' && data?.kind === 'binary',
  },
  everywhere({
    requirement: 'core.dct.no-data',
    event: withContent(fc.constantFrom({ type: 'application/json' }, { type: 'text/plain' })),
    has: ({ attributes, data }, _, attribute) =>
      attribute === 'datacontenttype' && attributes.has(attribute) && data === undefined,
  }),
  everywhere({
    requirement: 'core.ext.many',
    event: withContent(fc.constant({})).map(({ attributes, ...rest }) => ({
      ...rest,
      attributes: new Map([
        ...attributes,
        ...Array.from({ length: MANY + 1 }, (_, at) => [`many${at}`, `v${at}`] as const),
      ]),
    })),
    has: (event, _, attribute) =>
      isExtension(event, attribute) &&
      [...event.attributes.keys()].filter((name) => !isCoreAttribute(name)).length > MANY,
  }),
  everywhere({
    requirement: 'core.data.none',
    event: withContent(fc.constant({})),
    has: ({ data }, _, attribute) => attribute === 'data' && data === undefined,
  }),
  everywhere({
    requirement: 'core.attr.minimal',
    event: withContent(fc.constant({})).map(({ attributes }) => ({
      attributes: new Map([...attributes].filter(([name]) => ['specversion', 'id', 'source', 'type'].includes(name))),
    })),
    has: ({ attributes, data }) => attributes.size === 4 && data === undefined,
  }),
  everywhere({
    requirement: 'core.ext.unknown',
    event: withAttribute(fc.constantFrom('conformext', 'unknown'), anyText),
    has: (event, _, attribute) => isExtension(event, attribute),
  }),
];
