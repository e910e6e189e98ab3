import { describe, test } from 'vitest';
import { DATA_B64, DATA_B64_NOTYPE, DATA_B64_TYPE } from '../../../../../suites/emission/rules/json/base64.js';
import { ask, bytes, capture, event, expectSaid, structured, text } from '../../examples.js';

const octets = 'application/octet-stream';

describe('bytes in data_base64', () => {
  const told = event({ datacontenttype: octets }, bytes(0, 255, 254));

  test.each([
    ['"data_base64":"AP/+"', 'kept', ''],
    ['"data_base64":"AP/9"', 'broken', 'data_base64 holds other bytes'],
    ['"data_base64":"AP_-"', 'broken', 'data_base64 is not base64 with padding'],
    ['"data_base64":[0,255]', 'broken', 'data_base64 is not base64 with padding'],
    ['"data":"AP/+"', 'broken', 'base64 stands in data instead of data_base64'],
    ['"data":[0,255,254]', 'broken', 'binary data stands in data instead of data_base64'],
    ['"data":null', 'broken', 'binary data stands in data'],
    ['', 'broken', 'binary data did not come out'],
    ['"data_base64":null', 'broken', 'binary data did not come out'],
  ] as const)('%s: %s', (members, kind, words) => {
    expectSaid(ask(DATA_B64, structured(members), told), kind, words);
  });

  test('may have been taken for the JSON or the text that their type declares', () => {
    const ofJson = event({ datacontenttype: 'application/json' }, bytes(...Buffer.from('{"a":1}')));
    expectSaid(ask(DATA_B64, structured('"data":{"a":1}'), ofJson), 'kept');
    expectSaid(ask(DATA_B64, structured('"data":{"a":2}'), ofJson), 'broken');
    const ofText = event({ datacontenttype: 'text/plain' }, bytes(...Buffer.from('hi')));
    expectSaid(ask(DATA_B64, structured('"data":"hi"'), ofText), 'silent', 'taken for the text');
  });

  test('of zero length may be left out', () => {
    expectSaid(ask(DATA_B64, structured(), event({}, bytes())), 'silent', 'zero length');
  });

  test('are asked for where the data is binary; captured, they have to be base64', () => {
    expectSaid(ask(DATA_B64, structured('"data":"a"'), event({}, text('a'))), 'silent', 'not binary');
    expectSaid(capture(DATA_B64, structured('"data_base64":"AA=="')), 'kept');
    expectSaid(capture(DATA_B64, structured('"data_base64":"AA"')), 'broken');
    expectSaid(capture(DATA_B64, structured('"data":1')), 'silent');
  });
});

describe('the type of binary data', () => {
  const told = event({ datacontenttype: 'image/png; a=b' }, bytes(0));

  test.each([
    ['"data_base64":"AA==","datacontenttype":"image/png;a=b"', 'kept'],
    ['"data_base64":"AA==","datacontenttype":"image/png"', 'broken'],
    ['"data_base64":"AA==","datacontenttype":"application/octet-stream"', 'broken'],
    ['"data_base64":"AA=="', 'silent'],
    ['"data":"AA==","datacontenttype":"text/plain"', 'silent'],
  ] as const)('%s: %s', (members, kind) => {
    expectSaid(ask(DATA_B64_TYPE, structured(members), told), kind);
  });

  test('that was not given is another rule', () => {
    const emitted = structured('"data_base64":"AA==","datacontenttype":"text/plain"');
    expectSaid(ask(DATA_B64_TYPE, emitted, event({}, bytes(0))), 'silent');
  });

  test.each([
    ['"data_base64":"e30=","datacontenttype":"application/json"', 'kept'],
    ['"data_base64":"AA==","datacontenttype":"application/json"', 'broken'],
    ['"data_base64":"AA==","datacontenttype":"application/json; charset=utf-16"', 'silent'],
    ['"data_base64":"AA==","datacontenttype":"image/png"', 'silent'],
    ['"data_base64":"","datacontenttype":"application/json"', 'silent'],
  ] as const)('captured: %s: %s', (members, kind) => {
    expectSaid(capture(DATA_B64_TYPE, structured(members)), kind);
  });
});

describe('binary data without a type', () => {
  test('gets none', () => {
    const told = event({}, bytes(0));
    expectSaid(ask(DATA_B64_NOTYPE, structured('"data_base64":"AA=="'), told), 'kept');
    expectSaid(ask(DATA_B64_NOTYPE, structured('"data_base64":"AA==","datacontenttype":null'), told), 'kept');
    const typed = structured(`"data_base64":"AA==","datacontenttype":"${octets}"`);
    expectSaid(ask(DATA_B64_NOTYPE, typed, told), 'broken', 'came out with one');
  });

  test('is not data with one, nor data that is not binary', () => {
    const typed = event({ datacontenttype: octets }, bytes(0));
    expectSaid(ask(DATA_B64_NOTYPE, structured('"data_base64":"AA=="'), typed), 'silent');
    expectSaid(ask(DATA_B64_NOTYPE, structured('"data":1'), event({}, bytes(0))), 'silent');
    expectSaid(capture(DATA_B64_NOTYPE, structured('"data_base64":"AA=="')), 'kept');
    expectSaid(capture(DATA_B64_NOTYPE, structured('"data_base64":"AA==","datacontenttype":"a/b"')), 'silent');
  });
});
