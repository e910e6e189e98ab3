// Mutations of messages of a binding, from a single bit to twenty thousand brackets.
import fc from 'fast-check';
import type { Binding } from '../../binding/types.js';
import { evenly } from '../evenly.js';
import { MOST_LEVELS } from './bounds.js';
import type { Delivery, Mutation, Step } from './types.js';

/** More of them at once only hide each other. */
const MOST_STEPS = 4;

const place = evenly(1000);

/** An end is where most goes wrong. */
const placeOrEnd = fc.oneof(place, fc.constantFrom(1000, 0, 1000));

const LENGTHS = [1, 1, 2, 3, 4, 8, 16, 64, 256] as const;
const TIMES = [1, 1, 1, 1, 2, 16, 256, 1000, 4096] as const;

/** What formats give a meaning to, and bytes that are no UTF-8. */
const BYTES = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '0',
  '-',
  '.',
  'e',
  ' ',
  '\t',
  '\n',
  '\0',
  '\x7f',
  '\xff',
  '\xfe\xff',
  '\xef\xbb\xbf',
  '\xc3',
  '\xc0\x80',
  '\xed\xa0\x80',
  '\xf4\x90\x80\x80',
  '\x80',
  'null',
  'NaN',
  'Infinity',
  '1e999999',
  '-0',
  '00',
  '1E400',
  '123456789012345678901234567890',
  '\\u0000',
  '\\ud800',
  '\\udc00',
  '\\ud800\\ud800',
  '\\u',
  '\\x41',
  '/*',
  '//',
  "'",
  '__proto__',
  '%',
  '%00',
  '%zz',
] as const;

const NAMES = [
  'id',
  'id',
  'source',
  'specversion',
  'type',
  'data',
  'data_base64',
  'datacontenttype',
  'time',
  'conformext',
  '__proto__',
  '',
  'constructor',
  'Id',
  'a b',
  '\u0000',
  '\ud800',
] as const;

const VALUES = [
  '""',
  'null',
  'true',
  '0',
  '-0',
  '1e400',
  '-1e400',
  '1e-400',
  '1.0',
  '0.1e1',
  '2147483648',
  '9007199254740993',
  '1'.repeat(400),
  '[ ]',
  '{ }',
  '"\\ud800"',
  '"\\udead\\ud800"',
  '"\\u0000"',
  '"\xc0\xaf"',
  '"\xff"',
  '"%"',
  '"A"',
  '"####"',
  'NaN',
  "'a'",
  '"a" "b"',
  '',
  '{ "__proto__" : { "a" : 1 } }',
] as const;

const bodySteps: readonly fc.WeightedArbitrary<Step>[] = [
  { arbitrary: fc.tuple(place, evenly(7)).map(([at, bit]): Step => ({ kind: 'flip', at, mask: 1 << bit })), weight: 3 },
  {
    arbitrary: fc
      .tuple(placeOrEnd, fc.constantFrom(...BYTES), fc.constantFrom(...TIMES))
      .map(([at, bytes, times]): Step => ({ kind: 'insert', at, bytes, times })),
    weight: 4,
  },
  {
    arbitrary: fc
      .tuple(place, fc.constantFrom(...LENGTHS))
      .map(([at, length]): Step => ({ kind: 'delete', at, length })),
    weight: 2,
  },
  {
    arbitrary: fc
      .tuple(place, fc.constantFrom(...LENGTHS))
      .map(([at, length]): Step => ({ kind: 'double', at, length })),
    weight: 2,
  },
  { arbitrary: place.map((at): Step => ({ kind: 'truncate', at })), weight: 2 },
  {
    arbitrary: fc
      .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...VALUES))
      .map(([name, json]): Step => ({ kind: 'member', name, json })),
    weight: 5,
  },
  {
    arbitrary: fc
      .tuple(
        fc.constantFrom(10, 65, 129, 501, 513, 1001, 1025, 3000, 10_000, MOST_LEVELS),
        fc.constantFrom('array', 'object', 'open'),
        fc.constantFrom('data', 'conformext', undefined),
      )
      .map(
        ([levels, bracket, member]): Step => ({
          kind: 'nest',
          levels,
          bracket,
          ...(member !== undefined && { member }),
        }),
      ),
    weight: 3,
  },
];

const TYPES = [
  null,
  'application/json',
  'application/cloudevents+json',
  'application/cloudevents-batch+json',
  'application/cloudevents',
  'application/cloudevents+xml',
  'APPLICATION/CLOUDEVENTS+JSON',
  'application/cloudevents+json; charset=utf-16',
  'application/cloudevents+json;;;',
  'application/',
  ';',
  '',
  'text/plain; charset="',
  `a/${'b'.repeat(1000)}`,
] as const;

const ASCII_TEXTS = [
  '%',
  '%2',
  '%c3',
  '%C3%28',
  '%00',
  '%0d%0aX-A:%20b',
  '%zz',
  '"',
  '"a',
  'a"b',
  '\\',
  ',',
  ', ',
  ';',
  '+',
  'x',
  ' ',
  '%25',
  '%%',
  '{{7*7}}',
  '../',
  '=?utf-8?q?a?=',
] as const;
const BYTE_TEXTS = ['\x80', '\xff', '\xc3\xa9', '\xe9', '\x01', '\x7f', '\t'] as const;

/** Values of MQTT are text: what is none has no form there. */
function lineSteps(binding: Binding): readonly fc.WeightedArbitrary<Step>[] {
  if (binding === 'mqtt3') return [];
  const texts = binding === 'mqtt5' ? [...ASCII_TEXTS, '\xc3\xa9'] : [...ASCII_TEXTS, ...BYTE_TEXTS];
  const prefix = binding === 'http' ? 'ce-' : binding === 'kafka' ? 'ce_' : '';
  const names = ['conformext', 'id', '', 'my-ext', 'data', 'datacontenttype', 'constructor', 'a'.repeat(200)].map(
    (name) => `${prefix}${name}`,
  );
  // A name of HTTP is a token, and no property of MQTT needs to have none.
  const safe = names.filter((name) => name !== '');
  return [
    { arbitrary: place.map((at): Step => ({ kind: 'drop-line', at })), weight: 2 },
    { arbitrary: place.map((at): Step => ({ kind: 'double-line', at })), weight: 2 },
    {
      arbitrary: fc
        .tuple(place, placeOrEnd, fc.constantFrom(...texts), fc.constantFrom(...TIMES))
        .map(([line, at, text, times]): Step => ({ kind: 'value', line, at, text, times })),
      weight: 6,
    },
    {
      arbitrary: fc
        .tuple(place, fc.constantFrom('upper', 'mixed'))
        .map(([line, style]): Step => ({ kind: 'name', line, style })),
      weight: 1,
    },
    {
      arbitrary: fc
        .tuple(fc.constantFrom(...safe), fc.constantFrom('', 'v', ...texts), fc.constantFrom(1, 1, 1, 2, 20, 100, 300))
        .map(([name, value, count]): Step => ({ kind: 'new-lines', name, value, count })),
      weight: 2,
    },
    { arbitrary: fc.constantFrom(...TYPES).map((type): Step => ({ kind: 'media-type', type })), weight: 2 },
  ];
}

const WHOLE: Delivery = {};

/** Two of three messages are sent whole. */
const delivery: fc.Arbitrary<Delivery> = fc.oneof<fc.WeightedArbitrary<Delivery>[]>(
  { arbitrary: fc.constant(WHOLE), weight: 10 },
  {
    arbitrary: fc.constantFrom<Delivery>(
      { framing: 'chunked' },
      { framing: 'none' },
      { framing: 'chunked', pieces: 7 },
    ),
    weight: 2,
  },
  { arbitrary: fc.constantFrom(1, 2, 3, 7, 16, 61).map((pieces): Delivery => ({ pieces })), weight: 1 },
  {
    arbitrary: fc.constantFrom(-1, 1, -10, 10, 1000, -1000).map((lengthDelta): Delivery => ({ lengthDelta })),
    weight: 1,
  },
  { arbitrary: place.map((cutAt): Delivery => ({ cutAt })), weight: 1 },
);

/** Mutations of messages of this binding. They shrink to the smallest place of the fewest steps. */
export function mutations(binding: Binding): fc.Arbitrary<Mutation> {
  const step = fc.oneof<fc.WeightedArbitrary<Step>[]>(...bodySteps, ...lineSteps(binding));
  return fc
    .tuple(fc.array(step, { minLength: 1, maxLength: MOST_STEPS }), binding === 'http' ? delivery : fc.constant(WHOLE))
    .map(([steps, how]) => ({ steps, delivery: how }));
}
