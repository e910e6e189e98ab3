// JSON values as data, with what parsers of JSON stumble over.
import fc from 'fast-check';
import type { JsonValue } from '../../event/types.js';
import { anyText } from './text.js';

/** What is false in many languages, though it is there; and containers of nothing. */
const FALSY: readonly JsonValue[] = [null, false, 0, '', [], {}];

/** Strings that are JSON, or another encoding, to whoever looks at them twice. */
const LOOKALIKES: readonly JsonValue[] = [
  '{"a":1}',
  '[1,2]',
  '"x"',
  'true',
  'null',
  '1',
  '1e3',
  'AAEC',
  '\u0000\t\r\n"\\/\u007f\u2028',
  '\ufeff{}',
  '<a/>',
];

/** Numbers that every reader keeps: no more digits than a double has. */
const NUMBERS: readonly JsonValue[] = [
  1, -1, 10, 1.5, 0.1, -0.25, 1e21, 1e-7, 2147483648, 9007199254740991, -9007199254740991,
];

const NAMES = [
  'a',
  'b',
  'data',
  'id',
  'constructor',
  '__proto__',
  'toString',
  '',
  ' ',
  '0',
  'a.b',
  '\u00e9',
  '\u{1f600}',
  '$ref',
  'data_base64',
] as const;

const scalar: fc.Arbitrary<JsonValue> = fc.oneof<fc.WeightedArbitrary<JsonValue>[]>(
  { arbitrary: fc.constantFrom(...FALSY), weight: 3 },
  { arbitrary: anyText, weight: 3 },
  { arbitrary: fc.constantFrom(...LOOKALIKES), weight: 2 },
  { arbitrary: fc.constantFrom(...NUMBERS), weight: 2 },
  { arbitrary: fc.constant(true), weight: 1 },
);

const array = (item: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonValue> => fc.array(item, { maxLength: 4 });

// A member called __proto__ is one like any other: no assignment, which would set the prototype.
const object = (item: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonValue> =>
  fc
    .array(fc.tuple(fc.constantFrom(...NAMES), item), { maxLength: 4 })
    .map((members): JsonValue => Object.fromEntries(members));

/** Levels of arrays and objects around a value; all parsers take as many. */
const DEEPEST = 60;

const deep = fc.tuple(fc.integer({ min: 1, max: DEEPEST }), fc.boolean(), scalar).map(([levels, isObject, inside]) => {
  let value: JsonValue = inside;
  for (let level = 0; level < levels; level++) value = isObject && level % 2 === 0 ? { a: value } : [value];
  return value;
});

/** Characters of the JSON of what a long array repeats. */
const LARGEST_ITEM = 5;

const LONG = [16, 17, 100, 255, 256, 257, 1000] as const;

const long = fc
  .tuple(fc.constantFrom(...LONG), scalar)
  .map(
    ([length, item]): JsonValue =>
      JSON.stringify(item).length > LARGEST_ITEM ? [item] : new Array<JsonValue>(length).fill(item),
  );

const inner = fc.oneof<fc.WeightedArbitrary<JsonValue>[]>(
  { arbitrary: scalar, weight: 4 },
  { arbitrary: array(scalar), weight: 1 },
  { arbitrary: object(scalar), weight: 1 },
);

/** Any JSON value. */
export const anyJson: fc.Arbitrary<JsonValue> = fc.oneof<fc.WeightedArbitrary<JsonValue>[]>(
  { arbitrary: scalar, weight: 10 },
  { arbitrary: object(inner), weight: 4 },
  { arbitrary: array(inner), weight: 3 },
  { arbitrary: deep, weight: 2 },
  { arbitrary: long, weight: 1 },
);
