import { describe, test } from 'vitest';
import { DATA_DEFAULT, DATA_NATIVE, DATA_ONE, DATA_STRING } from '../../../../../suites/emission/rules/json/data.js';
import { ask, bytes, capture, event, expectSaid, json, structured, text } from '../../examples.js';

const typed = 'application/json';
const TYPE = '"datacontenttype":"application/json"';

describe('a JSON value', () => {
  const told = event({ datacontenttype: typed }, json({ a: 1 }));

  test.each([
    ['"data":{"a":1.0}', 'kept', ''],
    ['"data":"{\\"a\\":1}"', 'broken', 'a string that holds the JSON text of the value'],
    ['"data":{"a":2}', 'broken', 'data is another value'],
    ['', 'broken', 'the data did not come out'],
    ['"data_base64":"eyJhIjoxfQ=="', 'silent', 'came out as bytes'],
    ['"data_base64":"AA=="', 'broken', 'a JSON value came out as binary data'],
  ] as const)('%s: %s', (members, kind, words) => {
    expectSaid(ask(DATA_NATIVE, structured(members), told), kind, words);
  });

  test('is no string, and under no other type', () => {
    expectSaid(ask(DATA_NATIVE, structured('"data":"a"'), event({ datacontenttype: typed }, json('a'))), 'silent');
    expectSaid(ask(DATA_NATIVE, structured('"data":1'), event({ datacontenttype: 'a/b' }, json(1))), 'silent');
    expectSaid(ask(DATA_NATIVE, structured('"data":1'), event({}, json(1))), 'silent');
  });

  test('of a captured message is seen where it is no string', () => {
    expectSaid(capture(DATA_NATIVE, structured(`"data":[1],${TYPE}`)), 'kept');
    expectSaid(capture(DATA_NATIVE, structured(`"data":"[1]",${TYPE}`)), 'silent');
    expectSaid(capture(DATA_NATIVE, structured(`"data":null,${TYPE}`)), 'silent', 'no data');
    expectSaid(capture(DATA_NATIVE, structured('"data":[1]')), 'silent');
  });
});

describe('a string under a JSON type', () => {
  const told = event({ datacontenttype: typed }, json('a'));

  test.each([
    ['"data":"a"', 'kept', ''],
    ['"data":"\\"a\\""', 'broken', 'the JSON text of the value'],
    ['"data":"b"', 'broken', 'another value'],
    ['', 'broken', 'did not come out'],
    ['"data_base64":"ImEi"', 'silent', 'came out as bytes'],
    ['"data_base64":"AA=="', 'broken', 'other binary data'],
  ] as const)('%s: %s', (members, kind, words) => {
    expectSaid(ask(DATA_STRING, structured(members), told), kind, words);
  });

  test('may be the JSON text of something', () => {
    const told = event({ datacontenttype: typed }, text('{"a":1}'));
    expectSaid(ask(DATA_STRING, structured('"data":"{\\"a\\":1}"'), told), 'kept');
    expectSaid(ask(DATA_STRING, structured('"data":{"a":1}'), told), 'silent', 'taken for JSON text');
  });

  test('is not asked for elsewhere, and shows in a captured message where it is no JSON text', () => {
    expectSaid(ask(DATA_STRING, structured('"data":1'), event({ datacontenttype: typed }, json(1))), 'silent');
    expectSaid(ask(DATA_STRING, structured('"data":"a"'), event({ datacontenttype: 'a/b' }, text('a'))), 'silent');
    expectSaid(capture(DATA_STRING, structured(`"data":"plain",${TYPE}`)), 'kept');
    expectSaid(capture(DATA_STRING, structured(`"data":"1",${TYPE}`)), 'silent');
    expectSaid(capture(DATA_STRING, structured(`"data":1,${TYPE}`)), 'silent');
    expectSaid(capture(DATA_STRING, structured('"data":"plain"')), 'silent');
  });
});

describe('data without a type', () => {
  const told = event({}, json({ a: 1 }));

  test('is what it would be under application/json', () => {
    expectSaid(ask(DATA_DEFAULT, structured('"data":{"a":1}'), told), 'kept');
    expectSaid(ask(DATA_DEFAULT, structured(`"data":{"a":1},${TYPE}`), told), 'kept');
    expectSaid(ask(DATA_DEFAULT, structured('"data":"{\\"a\\":1}"'), told), 'broken');
    expectSaid(ask(DATA_DEFAULT, structured('"data_base64":"eyJhIjoxfQ=="'), told), 'broken', 'as binary data');
  });

  test('does not come out under another type', () => {
    const emitted = structured('"data":"a","datacontenttype":"text/plain"');
    expectSaid(ask(DATA_DEFAULT, emitted, told), 'broken', 'under one that is not JSON');
  });

  test('is not data with a type', () => {
    expectSaid(ask(DATA_DEFAULT, structured('"data":1'), event({ datacontenttype: typed }, json(1))), 'silent');
    expectSaid(capture(DATA_DEFAULT, structured('"data":1')), 'kept');
    expectSaid(capture(DATA_DEFAULT, structured(`"data":1,${TYPE}`)), 'silent');
  });
});

describe('the two members of data', () => {
  test.each([
    ['"data":1', 'kept'],
    ['"data_base64":"AA=="', 'kept'],
    ['"data":1,"data_base64":null', 'kept'],
    ['"data":1,"data_base64":"AA=="', 'broken'],
    ['"data":null,"data_base64":"AA=="', 'broken'],
    ['', 'silent'],
  ] as const)('%s: %s', (members, kind) => {
    expectSaid(capture(DATA_ONE, structured(members)), kind);
    expectSaid(ask(DATA_ONE, structured(members), event({}, bytes(0))), kind);
  });
});
