// Steps that change header lines, record headers, user properties, and the media type.
import fc from 'fast-check';
import type { Binding } from '../../binding/types.js';
import { place, placeOrEnd, TIMES } from './places.js';
import type { Step } from './types.js';

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

/** The steps for messages of this binding; of MQTT 3.1.1 there are none. Values of MQTT are text: what is none has no form there. */
export function lineSteps(binding: Binding): readonly fc.WeightedArbitrary<Step>[] {
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
