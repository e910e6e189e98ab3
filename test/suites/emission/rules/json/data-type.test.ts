import { describe, test } from 'vitest';
import {
  DATA_IS_JSON,
  DATA_NOT_JSON,
  DATA_REFUSE,
  DATA_TEXT,
} from '../../../../../suites/emission/rules/json/data-type.js';
import { ask, bytes, capture, event, expectSaid, json, structured, text } from '../../examples.js';

const typed = (type: string): string => `"datacontenttype":"${type}"`;

describe('types that declare JSON', () => {
  test.each(['application/json; charset=utf-8', 'text/json', 'application/vnd.x+json', 'Application/JSON'])(
    '%s',
    (type) => {
      const told = event({ datacontenttype: type }, json({ a: 1 }));
      expectSaid(ask(DATA_IS_JSON, structured('"data":{"a":1}'), told), 'kept');
      expectSaid(ask(DATA_IS_JSON, structured('"data":"{\\"a\\":1}"'), told), 'broken');
      expectSaid(ask(DATA_IS_JSON, structured('"data_base64":"eyJhIjoxfQ=="'), told), 'broken');
      expectSaid(capture(DATA_IS_JSON, structured(`"data":{"a":1},${typed(type)}`)), 'kept');
    },
  );

  test('are not application/json itself, which is another rule', () => {
    const told = event({ datacontenttype: 'application/json' }, json(1));
    expectSaid(ask(DATA_IS_JSON, structured('"data":1'), told), 'silent');
    expectSaid(
      ask(DATA_IS_JSON, structured('"data":"a"'), event({ datacontenttype: 'text/json' }, text('a'))),
      'silent',
    );
    expectSaid(capture(DATA_IS_JSON, structured(`"data":1,${typed('application/json')}`)), 'silent');
    expectSaid(capture(DATA_IS_JSON, structured(`"data":1,${typed('text/plain')}`)), 'silent');
  });
});

describe.each([
  ['that only looks like JSON', DATA_NOT_JSON, 'application/x-ndjson', 'text/plain'],
  ['of another kind', DATA_TEXT, 'text/plain', 'application/x-ndjson'],
])('text under a type %s', (_, rule, type, other) => {
  const told = event({ datacontenttype: type }, text('{"a":1}'));

  test.each([
    ['"data":"{\\"a\\":1}"', 'kept', ''],
    ['"data":{"a":1}', 'broken', 'is no string'],
    ['"data":"\\"{\\\\\\"a\\\\\\":1}\\""', 'broken', 'the JSON text of the value'],
    ['"data":"b"', 'broken', 'another value'],
    ['', 'broken', 'did not come out'],
    ['"data_base64":"eyJhIjoxfQ=="', 'silent', 'came out as bytes'],
  ] as const)('%s: %s', (members, kind, words) => {
    expectSaid(ask(rule, structured(members), told), kind, words);
  });

  test('is not text under another, nor bytes', () => {
    expectSaid(ask(rule, structured('"data":"a"'), event({ datacontenttype: other }, text('a'))), 'silent');
    expectSaid(ask(rule, structured('"data_base64":"AA=="'), event({ datacontenttype: type }, bytes(0))), 'silent');
  });

  test('is a string in captured messages, too', () => {
    expectSaid(capture(rule, structured(`"data":"a",${typed(type)}`)), 'kept');
    expectSaid(capture(rule, structured(`"data":{"a":1},${typed(type)}`)), 'broken');
    expectSaid(capture(rule, structured(typed(type))), 'silent');
    expectSaid(capture(rule, structured(`"data":{"a":1},${typed(other)}`)), 'silent');
  });
});

describe('a JSON value that the type has no room for', () => {
  const told = event({ datacontenttype: 'text/xml' }, json({ a: 1 }));

  test('is a string, whatever its text', () => {
    expectSaid(ask(DATA_REFUSE, structured('"data":"<a>1</a>"'), told), 'kept');
    expectSaid(ask(DATA_REFUSE, structured('"data":{"a":1}'), told), 'broken', 'is no string');
    expectSaid(ask(DATA_REFUSE, structured(), told), 'broken', 'did not come out');
    expectSaid(ask(DATA_REFUSE, structured('"data_base64":"AA=="'), told), 'silent');
  });

  test('is not a text, and does not show in a captured message', () => {
    expectSaid(ask(DATA_REFUSE, structured('"data":"a"'), event({ datacontenttype: 'text/xml' }, text('a'))), 'silent');
    expectSaid(capture(DATA_REFUSE, structured(`"data":{"a":1},${typed('text/xml')}`)), 'silent');
  });
});
