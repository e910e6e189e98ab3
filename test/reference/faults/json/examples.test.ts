// What each fault makes of one message that it is about, and that it leaves a plain event alone.
import { describe, expect, test } from 'vitest';
import type { HttpMessage } from '../../../../src/binding/types.js';
import { toWire, type WireEvent } from '../../../../src/event/wire.js';
import { JSON_FAULTS } from '../../../../src/reference/faults/json.js';
import { receiveWith } from '../../../../src/reference/receive-with.js';
import { receive } from '../../../../src/reference/receiver.js';

const REQUIRED = '"specversion":"1.0","id":"a","source":"/s","type":"t"';
const JSON_TYPE = '"datacontenttype":"application/json"';
const BYTES_TYPE = '"datacontenttype":"application/octet-stream"';

const event = (members = ''): string => `{${REQUIRED}${members === '' ? '' : `,${members}`}}`;

/** A batch if the text is an array, else a structured message. */
const message = (text: string): HttpMessage => ({
  headers: [['Content-Type', `application/cloudevents${text.trimStart().startsWith('[') ? '-batch' : ''}+json`]],
  body: Buffer.from(text),
});

/** The events that come out, or the word `refused`. */
function result(name: string, text: string): readonly WireEvent[] | 'refused' {
  const fault = JSON_FAULTS.find((candidate) => candidate.name === name);
  if (fault === undefined) throw new Error(`no fault ${name}`);
  const outcome = receiveWith(message(text), [fault]);
  return outcome.kind === 'refused' ? 'refused' : outcome.events.map(toWire);
}

type Row = readonly [name: string, text: string];

describe('refuses what is valid', () => {
  const rows: readonly Row[] = [
    ['json.env.syntax/version-first', '{"id":"a","specversion":"1.0","source":"/s","type":"t"}'],
    ['json.env.syntax/names-as-written', event().replace('"id"', '"\\u0069d"')],
    ['json.env.syntax/first-byte', ` ${event()}`],
    ['json.env.syntax/last-byte', `${event()}\n`],
    ['json.env.syntax/tabs', event().replace(',', ',\t')],
    ['json.env.syntax/slash-kept', event().replace('/s', '\\/s')],
    ['json.null.attr/refused', event('"subject":null')],
    ['json.null.ext/refused', event('"myext":null')],
    ['json.null.dct/refused', event('"datacontenttype":null')],
    ['json.read.default/refused', event('"data":1')],
    ['json.read.b64-empty/refused', event(`${BYTES_TYPE},"data_base64":""`)],
    ['json.batch.empty/refused', '[]'],
    ['json.batch.mixed/one-kind', `[${event('"data":1')},${event(`${BYTES_TYPE},"data_base64":"AAEC"`)}]`],
  ];

  test.each(rows)('%s', (name, text) => {
    expect(receive(message(text)).kind).toBe('events');
    expect(result(name, text)).toBe('refused');
  });
});

describe('makes another attribute', () => {
  const rows: readonly (readonly [...Row, attribute: string, value: unknown])[] = [
    ['json.env.syntax/surrogates-apart', event('"subject":"\\ud83d\\ude00"'), 'subject', '\ufffd\ufffd'],
    ['json.type.bool-in/capitalised', event('"flag":true'), 'flag', 'True'],
    ['json.type.bool-in/false-dropped', event('"flag":false'), 'flag', undefined],
    ['json.type.bool-in/as-number', event('"flag":true'), 'flag', 1],
    ['json.type.int-in/as-float', event('"count":5'), 'count', '5.0'],
    ['json.type.int-in/zero-dropped', event('"count":0'), 'count', undefined],
    ['json.type.int-in/single-precision', event('"count":2147483647'), 'count', 2147483648],
    ['json.null.attr/word', event('"time":null'), 'time', 'null'],
    ['json.null.attr/empty', event('"subject":null'), 'subject', ''],
    ['json.null.ext/word', event('"myext":null'), 'myext', 'null'],
    ['json.null.dct/word', event('"datacontenttype":null'), 'datacontenttype', 'null'],
    [
      'json.read.value/first-name',
      '{"specversion":"1.0","data":{"id":"b"},"id":"a","source":"/s","type":"t"}',
      'id',
      'b',
    ],
    ['json.read.nested/unwrapped', event(`"data":{"specversion":"1.0","id":"b","source":"/s","type":"t"}`), 'id', 'b'],
    ['json.read.b64-notype/json-assumed', event('"data_base64":"AAEC"'), 'datacontenttype', 'application/json'],
  ];

  test.each(rows)('%s', (name, text, attribute, value) => {
    const events = result(name, text);
    expect(events).toHaveLength(1);
    expect(events !== 'refused' && events[0]?.attributes[attribute]).toBe(value);
  });
});

describe('makes other data', () => {
  const rows: readonly (readonly [...Row, data: WireEvent['data']])[] = [
    ['json.read.value/nulls-dropped', event('"data":{"a":null,"b":[null,{"c":null}]}'), { json: { b: [null, {}] } }],
    [
      'json.read.value/dates-parsed',
      event('"data":{"at":"2020-01-01T10:00:00+02:00","n":["2020-01-01"]}'),
      { json: { at: '2020-01-01T08:00:00.000Z', n: ['2020-01-01'] } },
    ],
    ['json.read.string/parsed-again', event(`${JSON_TYPE},"data":"[1]"`), { json: [1] }],
    ['json.read.string/parsed-again', event(`${JSON_TYPE},"data":"words"`), { json: 'words' }],
    ['json.read.string/base64-guessed', event('"data":"aGVsbG8gd29ybGQ="'), { json: 'hello world' }],
    ['json.read.string/base64-guessed', event('"data":"plain words"'), { json: 'plain words' }],
    ['json.data.any/falsy-dropped', event('"data":0'), undefined],
    ['json.data.any/falsy-dropped', event('"data":[]'), { json: [] }],
    ['json.data.null/dropped', event('"data":null'), undefined],
    ['json.read.suffix/one-type', event('"datacontenttype":"a/b+json","data":{}'), { json: '{}' }],
    ['json.read.suffix/one-type', event('"datacontenttype":"application/json;v=1","data":{}'), { json: {} }],
    ['json.read.suffix/parameters', event('"datacontenttype":"application/json; v=1","data":{}'), { json: '{}' }],
    ['json.read.text/quotes-kept', event('"datacontenttype":"text/plain","data":"abc"'), { text: '"abc"' }],
    ['json.read.default/as-text', event('"data":{"a":1}'), { json: '{"a":1}' }],
    ['json.read.default/as-text', event(`${JSON_TYPE},"data":{"a":1}`), { json: { a: 1 } }],
    ['json.read.b64/not-decoded', event(`${BYTES_TYPE},"data_base64":"AAEC"`), { base64: 'QUFFQw==' }],
    ['json.read.b64/decoded-twice', event(`${BYTES_TYPE},"data_base64":"QUFFQw=="`), { base64: 'AAEC' }],
    ['json.read.b64/through-text', event(`${BYTES_TYPE},"data_base64":"/w=="`), { base64: '77+9' }],
    ['json.read.b64/zero-ends', event(`${BYTES_TYPE},"data_base64":"AQAC"`), { base64: 'AQ==' }],
    ['json.batch.one/unrolled', `[${event('"data":[1]')}]`, { json: 1 }],
    ['json.batch.one/unrolled', event('"data":[1]'), { json: [1] }],
  ];

  test.each(rows)('%s of %s', (name, text, data) => {
    const events = result(name, text);
    expect(events).toHaveLength(1);
    expect(events !== 'refused' && events[0]?.data).toEqual(data);
  });
});

describe('mixes the events of a batch up', () => {
  const first = event(`"subject":"one",${JSON_TYPE},"data":1`);
  const second = event('"datacontenttype":"text/plain"').replace('"a"', '"b"');

  test('json.batch.mixed/first-only', () => {
    expect(result('json.batch.mixed/first-only', `[${first},${second}]`)).toMatchObject([{ attributes: { id: 'a' } }]);
  });

  test('json.batch.mixed/carried-over', () => {
    expect(result('json.batch.mixed/carried-over', `[${first},${second}]`)).toMatchObject([
      { attributes: { id: 'a', datacontenttype: 'application/json' } },
      { attributes: { id: 'b', subject: 'one', datacontenttype: 'text/plain' }, data: { json: 1 } },
    ]);
  });

  test('json.batch.mixed/type-of-first', () => {
    const types = result('json.batch.mixed/type-of-first', `[${first},${second}]`);
    expect(types).toMatchObject([
      { attributes: { datacontenttype: 'application/json' } },
      { attributes: { id: 'b', datacontenttype: 'application/json' } },
    ]);
  });
});

describe('a plain event is left alone', () => {
  const plain = event(`"subject":"s",${JSON_TYPE},"data":{"a":[1,2]}`);

  test.each(JSON_FAULTS.map(({ name }) => name))('%s', (name) => {
    for (const text of [plain, `[${plain}]`]) {
      const outcome = receive(message(text));
      expect(outcome.kind === 'events' && result(name, text)).toEqual(
        outcome.kind === 'events' && outcome.events.map(toWire),
      );
    }
  });
});
