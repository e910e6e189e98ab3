import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMessage } from '../../../src/binding/decode-message.js';
import { encodeMessage, type Form } from '../../../src/binding/encode-message.js';
import { differences } from '../../../src/event/equal.js';
import type { CloudEvent } from '../../../src/event/types.js';
import { anyEvent } from '../../../src/generate/any-event.js';
import { batch } from '../../../src/generate/writing/batch.js';
import { PLAIN, type Spelling } from '../../../src/generate/writing/types.js';
import { write } from '../../../src/generate/writing/write.js';
import { writings } from '../../../src/generate/writing/writings.js';
import { FORMS } from '../helpers/forms.js';

const event: CloudEvent = {
  attributes: new Map<string, string | number>([
    ['specversion', '1.0'],
    ['id', 'a b/é\u{1f600}'],
    ['source', '/s'],
    ['type', 't'],
    ['n', 5],
    ['datacontenttype', 'application/json'],
  ]),
  data: { kind: 'json', value: { a: ['\u0000\ud83d\ude00\\', 'café'] } },
};
const spelt = (form: Form, spelling: Partial<Spelling>) =>
  write([event], { form, spelling: { ...PLAIN, ...spelling } });
const textOf = (form: Form, spelling: Partial<Spelling>): string =>
  Buffer.from(spelt(form, spelling).body).toString('utf8');
const namesOf = (spelling: Partial<Spelling>) => spelt(HTTP_BINARY, spelling).headers.map(([name]) => name);

const HTTP_BINARY: Form = { binding: 'http', mode: 'binary' };
const STRUCTURED: Form = { binding: 'http', mode: 'structured' };

describe('every spelling', () => {
  it.each(FORMS)('means the same: $binding $mode', (form) => {
    fc.assert(
      fc.property(anyEvent, writings([form]), (told, writing) => {
        const decoded = decodeMessage(write([told], writing));
        expect(decoded.kind).toBe('decoded');
        if (decoded.kind !== 'decoded') return;
        expect(decoded.value.mode).toBe(form.mode);
        expect(decoded.value.events.map((seen) => differences(told, seen))).toEqual([[]]);
      }),
      { numRuns: 150 },
    );
  });

  it('means the same for every event of a batch', () => {
    fc.assert(
      fc.property(batch, writings([{ binding: 'http', mode: 'batch' }]), (told, writing) => {
        const decoded = decodeMessage(write(told, writing));
        const events = decoded.kind === 'decoded' ? decoded.value.events : [];
        expect(events).toHaveLength(told.length);
        expect(told.flatMap((one, index) => differences(one, events[index] ?? { attributes: new Map() }))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it.each(FORMS)('is that of the encoder where it is plain: $binding $mode', (form) => {
    expect(write([event], { form, spelling: PLAIN })).toEqual(encodeMessage([event], form, 'spaced'));
    expect(write([], { form, spelling: PLAIN })).toEqual(encodeMessage([], form, 'spaced'));
  });

  it('is total, without an event too', () => {
    fc.assert(
      fc.property(writings(FORMS), (writing) => {
        expect(write([], writing).headers).toHaveLength(encodeMessage([], writing.form).headers.length);
      }),
    );
  });
});

describe('an order', () => {
  it('puts data before the type of the data, at times', () => {
    const texts = Array.from({ length: 40 }, (_, order) => textOf(STRUCTURED, { order }));
    expect(texts.some((text) => text.indexOf('"data"') < text.indexOf('"datacontenttype"'))).toBe(true);
    expect(texts.some((text) => text.indexOf('"specversion"') > text.indexOf('"type"'))).toBe(true);
    expect(new Set(texts).size).toBeGreaterThan(30);
  });

  it('moves the Content-Type among the headers', () => {
    const places = Array.from({ length: 40 }, (_, order) => namesOf({ order }).indexOf('Content-Type'));
    expect(new Set(places).size).toBeGreaterThan(3);
  });
});

describe('needless escapes', () => {
  it('are percent sequences of both cases in headers of HTTP, and never in the Content-Type', () => {
    const { headers } = spelt(HTTP_BINARY, { escapes: 'needless' });
    const values = headers.map(([, value]) => value).join(' ');
    expect(values).toMatch(/%[0-9a-fA-F]{2}/);
    const escaped = ['é', 'éa', 'éaa'].map((id) => {
      const message = write([{ attributes: new Map([['id', id]]) }], {
        form: HTTP_BINARY,
        spelling: { ...PLAIN, escapes: 'needless' },
      });
      return message.headers[0]?.[1].slice(0, 6);
    });
    expect(escaped).toEqual(['%C3%A9', '%c3%a9', '%C3%a9']);
    expect(headers.at(-1)).toEqual(['Content-Type', 'application/json']);
  });

  it('are \\u sequences in JSON, in pairs beyond the first plane', () => {
    const text = textOf(STRUCTURED, { escapes: 'needless' });
    expect(text).toMatch(/\\ud83d\\ude00/i);
    expect(text).toMatch(/\\u00[0-9a-f]{2}/i);
    expect(text).toContain('\\u0000');
    expect(textOf(HTTP_BINARY, { escapes: 'needless' })).toMatch(/\\ud83d\\ude00/i);
  });

  it('leave values of Kafka and MQTT alone, which have no escapes', () => {
    for (const binding of ['kafka', 'mqtt5'] as const) {
      const form: Form = { binding, mode: 'binary' };
      expect(spelt(form, { escapes: 'needless' }).headers).toEqual(spelt(form, {}).headers);
    }
  });
});

it('names of HTTP are in the case that is asked for', () => {
  expect(namesOf({ names: 'upper' })).toContain('CE-ID');
  expect(namesOf({ names: 'mixed' })).toContain('Ce-iD');
  expect(spelt({ binding: 'kafka', mode: 'binary' }, { names: 'upper' }).headers[0]?.[0]).toBe('ce_specversion');
});

it('wide JSON has tabs and line ends', () => {
  expect(textOf(STRUCTURED, { style: 'wide' })).toContain('{\r\n\t"specversion"\t:\t"1.0"\t,\r\n\t');
});
