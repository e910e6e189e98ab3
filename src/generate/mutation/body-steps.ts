// Steps that change the bytes of a body, and JSON in it.
import fc from 'fast-check';
import { evenly } from '../evenly.js';
import { MOST_LEVELS } from './bounds.js';
import { place, placeOrEnd, TIMES } from './places.js';
import type { Step } from './types.js';

const LENGTHS = [1, 1, 2, 3, 4, 8, 16, 64, 256] as const;

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

export const BODY_STEPS: readonly fc.WeightedArbitrary<Step>[] = [
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
