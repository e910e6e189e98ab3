import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/binding/types.js';
import { isCoreAttribute } from '../../src/event/names.js';
import type { CloudEvent } from '../../src/event/types.js';
import { validate } from '../../src/event/validate.js';
import { writeJson } from '../../src/format/write-json.js';
import { anyEvent } from '../../src/generate/any-event.js';
import { sample } from '../../src/generate/sample.js';
import { PLAIN } from '../../src/generate/writing/types.js';
import { write } from '../../src/generate/writing/write.js';
import { obeysTheLaws } from './helpers/laws.js';

const extensions = ({ attributes }: CloudEvent) => [...attributes].filter(([name]) => !isCoreAttribute(name));
const some = (holds: (value: string) => boolean) => (one: CloudEvent) =>
  [...one.attributes.values()].some((value) => typeof value === 'string' && holds(value));
const has = (pattern: RegExp) => some((value) => pattern.test(value));
const ofLength = (length: number) => some((value) => [...value].length === length);
const named =
  (name: string) =>
  ({ attributes }: CloudEvent) =>
    attributes.has(name);
const time =
  (pattern: RegExp) =>
  ({ attributes }: CloudEvent) =>
    pattern.test(String(attributes.get('time') ?? ''));
const json = (one: CloudEvent): string => (one.data?.kind === 'json' ? writeJson(one.data.value, 'compact') : 'none');
const bytesOf = ({ data }: CloudEvent): number => (data?.kind === 'binary' ? data.bytes.length : -1);
const typed =
  (pattern: RegExp) =>
  ({ attributes }: CloudEvent) =>
    pattern.test(String(attributes.get('datacontenttype')));

const sizeOf = ({ headers, body }: Message): number =>
  headers.reduce((size, [name, value]) => size + name.length + value.length + ': \r\n'.length, body.length);

/** All of these have to be among some hundreds of events. */
const KINDS: Readonly<Record<string, (one: CloudEvent) => boolean>> = {
  'a byte order mark at the start': has(/^\ufeff/),
  'a line separator': has(/[\u2028\u2029]/),
  'joiners and marks': has(/[\u200b-\u200d\u00ad]/),
  'the replacement character': has(/\ufffd/),
  'the last character of Unicode that is allowed': has(/\u{10fffd}/u),
  'a plus sign': has(/\+/),
  'a percent sign at the end': has(/%$/),
  'a value of 256 characters': ofLength(256),
  'a value of 20 characters': ofLength(20),
  'a name of 20 characters': (one) => extensions(one).some(([name]) => name.length === 20),
  'an extension called constructor': named('constructor'),
  'an extension that is documented': named('traceparent'),
  'an empty extension': (one) => extensions(one).some(([, value]) => value === ''),
  'the smallest Integer': (one) => extensions(one).some(([, value]) => value === -2147483648),
  'nine extensions and more': (one) => extensions(one).length >= 9,
  'a leap second': time(/:60/),
  'a year below one hundred': time(/^00/),
  'twelve digits of a second': time(/\.\d{12}/),
  'JSON that is false': (one) => ['false', '0', '""', 'null'].includes(json(one)),
  'a JSON string that looks like JSON': (one) => json(one) === '"{\\"a\\":1}"',
  'JSON of many levels': (one) => /\[{20}|(?:\[?\{"a":){10}/.test(json(one)),
  'four bytes': (one) => bytesOf(one) === 4,
  'no bytes': (one) => bytesOf(one) === 0,
  'a media type in capitals': typed(/^APPLICATION\/JSON$/),
  'a media type with a quoted parameter': typed(/="/),
  'a media type without data': (one) => one.data === undefined && one.attributes.has('datacontenttype'),
};

describe('an event of the fuzzer', () => {
  obeysTheLaws(anyEvent, {
    isLegal: (one) => (['1.0.2', 'main'] as const).every((spec) => validate(one, spec).length === 0),
    kinds: {},
    isSmall: ({ attributes, data }) => attributes.size === 4 && data === undefined,
  });

  const drawn = sample(anyEvent, 'kinds', 1500);
  it.each(Object.keys(KINDS))('has at times %s', (kind) => {
    expect(drawn.some((one) => KINDS[kind]?.(one) === true)).toBe(true);
  });

  it('is of less than 60,000 bytes, however it is written', () => {
    const spelling = { ...PLAIN, escapes: 'needless', style: 'wide' } as const;
    for (const mode of ['binary', 'structured'] as const) {
      const sizes = drawn.map((one) => sizeOf(write([one], { form: { binding: 'http', mode }, spelling })));
      expect(Math.max(...sizes)).toBeLessThan(60_000);
    }
  });
});
