// Values that are none of the type that their attribute has ("Type System").
import fc from 'fast-check';
import { MAX_INTEGER, MIN_INTEGER } from '../../../event/integer.js';
import { evenly } from '../../evenly.js';
import { ALL_FORMS, JSON_FORMS } from '../forms.js';
import type { Damage, ViolationKind } from '../types.js';
import { WHOLE_EVENT } from './whole-event.js';

const set = (attribute: string, value: string): Damage => ({ kind: 'set', attribute, value });
const member = (name: string, json: string): Damage => ({ kind: 'members', set: [[name, json]] });

const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');

/** Times without a part, with one too many, of another standard, and of no calendar. A blank for the T is open. */
const BAD_TIMES = [
  '2018-04-05T17:31:00',
  '2018-04-05',
  '2018-04-05T17:31Z',
  '20180405T173100Z',
  '2018-04-05T17:31:00,5Z',
  '2018-04-05T17:31:00+0530',
  '2018-04-05T17:31:00+25:00',
  '2018-04-05T17:31:00.Z',
  '1522949460',
  '2018-02-30T12:00:00Z',
  '2100-02-29T12:00:00Z',
  '2018-04-31T12:00:00Z',
  '2018-04-05T24:00:00Z',
  '2018-04-05T17:60:00Z',
  '2018-04-05T17:31:61Z',
  '2018-00-05T17:31:00Z',
  '2018-13-05T17:31:00Z',
  '2018-04-00T17:31:00Z',
  '18-04-05T17:31:00Z',
  'Thu, 05 Apr 2018 17:31:00 GMT',
  'yesterday',
] as const;

const badTime = fc.oneof(
  fc.constantFrom(...BAD_TIMES),
  fc
    .tuple(evenly(9998), fc.integer({ min: 13, max: 99 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, day]) => `${pad(year + 1, 4)}-${pad(month)}-${pad(day)}T00:00:00Z`),
);

const RELATIVE = [
  '/schema.json',
  'schema.json',
  '//conform.example/schema.json',
  '../schema',
  './a',
  '?v=1',
  '#v1',
  'a/b:c',
];

/** Before and after what no URI-reference holds. Letters beyond ASCII are open: IRIs have them. */
const BEFORE = ['/', 'a', 'https://conform.example/', 'urn:example:', '/a?b=', '/a#b'];
const FOREIGN = [' ', '<', '>', '"', '{', '}', '|', '\\', '^', '`', '%zz', '%g', '%'];
const NO_REFERENCES = ['http://[', '1:x', 'a b', 'C:\\dir\\file', '<https://conform.example/>', ':a', 'http://a:b/'];

const badReference = fc.oneof(
  fc.constantFrom(...NO_REFERENCES),
  fc
    .tuple(fc.constantFrom(...BEFORE), fc.constantFrom(...FOREIGN), fc.constantFrom('', 'a'))
    .map((parts) => parts.join('')),
);

const BAD_MEDIA_TYPES = ['json', 'a/b/c', 'text/', '/json', 'text', 'a/b/c/d'];

const tooLarge = fc
  .tuple(evenly(9), fc.boolean(), fc.constantFrom('', '0', '000000000', '00000000000000000000000000000'))
  .map(([more, isNegative, zeros]) => (isNegative ? `${MIN_INTEGER - 1 - more}` : `${MAX_INTEGER + 1 + more}`) + zeros);

export const BAD_VALUES: readonly ViolationKind[] = [
  {
    requirement: 'core.type.int-over',
    title: 'a number is outside the range of Integers',
    forms: JSON_FORMS,
    attributes: ['conformext'],
    arbitrary: tooLarge.map((json) => member('conformext', json)),
  },
  {
    requirement: 'core.type.unlisted',
    title: 'a value has none of the seven types',
    forms: JSON_FORMS,
    attributes: ['conformext'],
    arbitrary: fc
      .constantFrom('1.5', '-0.25', '0.1', '{ }', '[ ]', '{ "a" : 1 }', '[ "a", "b" ]', '[ 1 ]')
      .map((json) => member('conformext', json)),
  },
  {
    requirement: 'core.type.time-bad',
    title: 'time is no date-time of RFC 3339',
    forms: ALL_FORMS,
    attributes: ['time'],
    arbitrary: badTime.map((value) => set('time', value)),
  },
  {
    requirement: 'core.type.uri-relative',
    title: 'dataschema is no absolute URI',
    forms: ALL_FORMS,
    attributes: ['dataschema'],
    arbitrary: fc.constantFrom(...RELATIVE).map((value) => set('dataschema', value)),
  },
  {
    requirement: 'core.type.uriref-bad',
    title: 'source is no URI-reference',
    forms: ALL_FORMS,
    attributes: WHOLE_EVENT,
    arbitrary: badReference.map((value) => set('source', value)),
  },
  {
    requirement: 'core.dct.bad',
    title: 'datacontenttype is no media type',
    forms: ALL_FORMS,
    attributes: ['datacontenttype'],
    arbitrary: fc.constantFrom(...BAD_MEDIA_TYPES).map((value) => set('datacontenttype', value)),
  },
  {
    requirement: 'core.specversion.number',
    title: 'specversion is a number',
    forms: JSON_FORMS,
    attributes: WHOLE_EVENT,
    arbitrary: fc.constantFrom('1.0', '1').map((json) => member('specversion', json)),
  },
  {
    requirement: 'json.type.core-wrong',
    title: 'a core attribute is no JSON string',
    forms: JSON_FORMS,
    attributes: WHOLE_EVENT,
    arbitrary: fc
      .tuple(fc.constantFrom('id', 'source', 'type'), fc.constantFrom('1', 'true', 'false', '0', '{ }', '[ "a" ]'))
      .map(([name, json]) => member(name, json)),
  },
];
