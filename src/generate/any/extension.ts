// Extensions with names and values of every kind ("Extension Context Attributes", "Attribute Naming Convention").
import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { isCoreAttribute } from '../../event/names.js';
import type { AttributeValue } from '../../event/types.js';
import { evenly } from '../evenly.js';
import { integer } from '../integer.js';
import { anyText } from './text.js';
import { anyTimestamp } from './timestamp.js';
import { anyUri, anyUriReference } from './uri.js';

export type Extension = readonly [name: string, value: AttributeValue];

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Lengths of names; more than 20 characters are legal, though not advised. Those at this edge come often. */
const LENGTHS = [1, 2, 3, 5, 8, 10, 12, 15, 19, 20, 20, 20, 21, 24, 64] as const;

/** Names that objects of many languages have already, that look like something else, or that differ by little. */
const TRAPS = [
  'constructor',
  'tostring',
  'valueof',
  'hasownproperty',
  'prototype',
  'length',
  'size',
  'name',
  'key',
  'value',
  'body',
  'headers',
  'extensions',
  'attributes',
  'contenttype',
  'schemaurl',
  'cloudeventsversion',
  'eventid',
  'ids',
  'sources',
  'datas',
  'null',
  'true',
  '1st',
  '00',
  '0x10',
  '1e3',
  'ce',
  'cetype',
] as const;

/** Documented extensions, with values that their documents allow; times are far off, so that nothing expires. */
const DOCUMENTED: readonly Extension[] = [
  ['traceparent', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'],
  ['tracestate', 'rojo=00f067aa0ba902b7,congo=t61rcWkgMzE'],
  ['partitionkey', 'key 1'],
  ['sequence', '0001'],
  ['sampledrate', 29],
  ['dataref', 'https://conform.example/claim/1'],
  ['severitytext', 'WARN'],
  ['severitynumber', 13],
  ['dataclassification', 'public'],
  ['expirytime', '9998-12-31T23:59:59Z'],
  ['recordedtime', '2018-04-05T17:31:00Z'],
  ['authtype', 'unauthenticated'],
  ['correlationid', 'txn-1'],
  ['causationid', 'cmd-1'],
  ['deprecated', true],
];

// Objects of JavaScript put such names first, so that an event from a file would have its attributes in another order.
const isIndex = (name: string): boolean => /^(?:0|[1-9][0-9]*)$/.test(name);

const spelt = fc.tuple(evenly(LENGTHS.length - 1), evenly(0x7fffffff)).map(([length, letters]) => {
  let name = '';
  let rest = letters;
  for (let at = 0; at < (LENGTHS[length] ?? 1); at++) {
    name += LETTERS.charAt(rest % LETTERS.length);
    // A step of a linear congruential generator, so that long names are not periodic at once.
    rest = rest < LETTERS.length ? rest : Math.floor(rest / LETTERS.length) + at;
  }
  return isCoreAttribute(name) || name === 'data' || isIndex(name) ? `${name}x` : name;
});

const name = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: spelt, weight: 3 },
  { arbitrary: fc.constantFrom(...TRAPS), weight: 1 },
);

const binary = fc
  .tuple(evenly(9), evenly(0x7fffffff))
  .map(([length, seed]) => Buffer.from(Array.from({ length }, (_, at) => (seed >>> at) & 0xff)).toString('base64'));

/** Texts that a reader may take for a value of another type. */
const LOOKALIKES = [
  '',
  '',
  'true',
  'false',
  'True',
  '0',
  '-0',
  '00',
  '0x10',
  '1e3',
  '1.0',
  '1e3',
  'null',
  '2147483648',
  'NaN',
  '"a"',
  '{}',
] as const;

const value: fc.Arbitrary<AttributeValue> = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: anyText, weight: 4 },
  { arbitrary: fc.constantFrom(...LOOKALIKES), weight: 2 },
  { arbitrary: fc.boolean(), weight: 1 },
  { arbitrary: integer, weight: 2 },
  { arbitrary: anyTimestamp, weight: 1 },
  { arbitrary: anyUri, weight: 1 },
  { arbitrary: anyUriReference, weight: 1 },
  { arbitrary: binary, weight: 1 },
);

/** A legal extension. */
export const anyExtension: fc.Arbitrary<Extension> = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: fc.tuple(name, value), weight: 9 },
  { arbitrary: fc.constantFrom(...DOCUMENTED), weight: 1 },
);
