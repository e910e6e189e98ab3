// Characters that no String has ("Type System"), and octets that are no characters (HTTP binding, section 3.1.3.2).
import fc from 'fast-check';
import { encodeHeaderValue } from '../../../binding/http/header-value.js';
import { anyText } from '../../any/text.js';
import { evenly } from '../../evenly.js';
import { HTTP_BINARY, JSON_FORMS, NOT_MQTT_STRINGS } from '../forms.js';
import type { Damage, ViolationKind } from '../types.js';

const ATTRIBUTES = ['subject', 'conformext'];

const attribute = fc.constantFrom(...ATTRIBUTES);

const around = (bad: fc.Arbitrary<string>): fc.Arbitrary<Damage> =>
  fc
    .tuple(attribute, anyText, bad, anyText)
    .map(
      ([name, before, between, after]): Damage => ({ kind: 'set', attribute: name, value: before + between + after }),
    );

const CONTROLS = [...Array(0x20).keys(), ...Array.from({ length: 0x21 }, (_, at) => 0x7f + at)];

/** All 66, those at the end of a plane as often as those of the Arabic block. */
const NONCHARACTERS = [
  ...Array.from({ length: 17 }, (_, plane) => [plane * 0x10000 + 0xfffe, plane * 0x10000 + 0xffff]).flat(),
  ...Array.from({ length: 32 }, (_, at) => 0xfdd0 + at),
];

const characters = (points: readonly number[]): fc.Arbitrary<string> =>
  evenly(points.length - 1).map((at) => String.fromCodePoint(points[at] ?? 0));

/** A low one alone, a high one alone, the two in the wrong order, a high one before a pair. */
const LONE = ['\udead', '\ud800', '\udead\ud800', '\ud800\ud83d\ude00', '\udfff', '\udbff'];

// What stands around must not complete a pair: no text begins or ends with half of one.
const lone = fc.constantFrom(...LONE);

/** Overlong forms, lone continuations, surrogates, beyond U+10FFFF, octets that no UTF-8 has, sequences that end too early. */
const NOT_UTF8 = [
  'C0A0',
  'C0AF',
  'C080',
  'C1BF',
  'E08080',
  'E09FBF',
  'E080AF',
  'F0808080',
  'F08FBFBF',
  'F08080AF',
  '80',
  'BF',
  'E282AC80',
  'C3A9A9',
  'EDA080',
  'EDBFBF',
  'EDA0BDEDB880',
  'F4908080',
  'F5808080',
  'F8888080',
  'F888808080',
  'FC8480808080',
  'FF',
  'FE',
  'E9',
  'C3',
  'E282',
  'F09F98',
  'F09F',
  'C328',
  'E28228',
] as const;

const notUtf8: fc.Arbitrary<Damage> = fc
  .tuple(attribute, anyText, fc.constantFrom(...NOT_UTF8), fc.boolean(), anyText)
  .map(([name, before, octets, isLower, after]): Damage => {
    const escaped = octets.replace(/../g, '%$&');
    const bad = isLower ? escaped.toLowerCase() : escaped;
    return {
      kind: 'line',
      attribute: name,
      value: (encodeHeaderValue(before) ?? '') + bad + (encodeHeaderValue(after) ?? ''),
    };
  });

const escapedControl: fc.Arbitrary<Damage> = fc
  .tuple(attribute, anyText, characters([...CONTROLS, ...NONCHARACTERS]), anyText)
  .map(
    ([name, before, bad, after]): Damage => ({
      kind: 'line',
      attribute: name,
      value: encodeHeaderValue(before + bad + after) ?? '',
    }),
  );

export const BAD_STRINGS: readonly ViolationKind[] = [
  {
    requirement: 'core.type.str-control',
    title: 'a value holds a control character',
    forms: NOT_MQTT_STRINGS,
    attributes: ATTRIBUTES,
    arbitrary: around(characters(CONTROLS)),
  },
  {
    requirement: 'core.type.str-nonchar',
    title: 'a value holds a noncharacter',
    forms: NOT_MQTT_STRINGS,
    attributes: ATTRIBUTES,
    arbitrary: around(characters(NONCHARACTERS)),
  },
  {
    requirement: 'core.type.str-lone',
    title: 'a value holds an unpaired surrogate',
    forms: JSON_FORMS,
    attributes: ATTRIBUTES,
    arbitrary: around(lone),
  },
  {
    requirement: 'http.dec.bad-utf8',
    title: 'a header value holds octets that are not UTF-8',
    forms: HTTP_BINARY,
    attributes: ATTRIBUTES,
    arbitrary: notUtf8,
  },
  {
    requirement: 'http.dec.control',
    title: 'a header value holds an escaped character that no String has',
    forms: HTTP_BINARY,
    attributes: ATTRIBUTES,
    arbitrary: escapedControl,
  },
];
