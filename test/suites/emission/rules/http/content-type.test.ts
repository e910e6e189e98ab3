import { describe, test } from 'vitest';
import { CT_NONE_OUT, CT_OUT, NO_DCT_HEADER } from '../../../../../suites/emission/rules/http/content-type.js';
import { ask, binary, bytes, capture, event, expectSaid, json, text } from '../../examples.js';

describe('the type of the data', () => {
  test.each([
    ['application/json', 'application/json', 'kept', ''],
    ['application/json; charset=utf-8', 'application/json;charset=UTF-8', 'kept', ''],
    ['Application/JSON', 'application/json', 'kept', ''],
    ['multipart/mixed; boundary="a b"', 'multipart/mixed; boundary="a b"', 'kept', ''],
    ['text/plain', 'text/plain; charset=utf-8', 'broken', 'is not the type of the data'],
    ['text/plain; a=b', 'text/plain', 'broken', 'is not the type of the data'],
    ['text/plain', 'application/json', 'broken', 'is not the type of the data'],
    ['multipart/mixed; boundary="a b"', 'multipart/mixed;%20boundary=%22a%20b%22', 'broken', 'is not the type'],
    ['text/plain', undefined, 'broken', 'is no Content-Type'],
  ] as const)('%s as Content-Type: %s: %s', (datacontenttype, type, kind, words) => {
    const emitted = binary({ 'Content-Type': type });
    expectSaid(ask(CT_OUT, emitted, event({ datacontenttype })), kind, words);
  });

  test('is there once, or twice the same', () => {
    const told = event({ datacontenttype: 'text/plain' });
    expectSaid(ask(CT_OUT, binary({ 'content-type': ['text/plain', 'text/plain'] }), told), 'kept');
    const two = binary({ 'content-type': ['text/plain', 'text/html'] });
    expectSaid(ask(CT_OUT, two, told), 'broken', 'more than one Content-Type');
  });

  test('is not asked for where there is none, and does not show in a captured message', () => {
    expectSaid(ask(CT_OUT, binary({ 'content-type': 'text/plain' }), event()), 'silent', 'no type');
    expectSaid(capture(CT_OUT, binary({ 'content-type': 'text/plain' })), 'silent');
  });
});

describe('data without a type', () => {
  test('has no Content-Type', () => {
    expectSaid(ask(CT_NONE_OUT, binary({}, 'x'), event({}, bytes(1))), 'kept');
    expectSaid(ask(CT_NONE_OUT, binary(), event()), 'kept');
  });

  test.each([
    ['bytes', bytes(1), 'application/octet-stream', 'data without a type'],
    ['a text', text('x'), 'text/plain', 'data without a type'],
    ['a text', text('x'), 'application/json', 'data without a type'],
    ['no data', undefined, 'application/json', 'an event without data and type'],
    ['a JSON value', json(1), 'text/plain', 'data without a type'],
  ] as const)('%s: not under %s %s', (_, data, type, words) => {
    expectSaid(ask(CT_NONE_OUT, binary({ 'content-type': type }, 'x'), event({}, data)), 'broken', words);
  });

  test('may get the type that a JSON value implies', () => {
    const emitted = binary({ 'content-type': 'application/json; charset=utf-8' }, '1');
    expectSaid(ask(CT_NONE_OUT, emitted, event({}, json(1))), 'kept');
  });

  test('is not data with one, and shows in a captured message without Content-Type', () => {
    expectSaid(ask(CT_NONE_OUT, binary(), event({ datacontenttype: 'text/plain' })), 'silent');
    expectSaid(capture(CT_NONE_OUT, binary({}, 'x')), 'kept');
    expectSaid(capture(CT_NONE_OUT, binary({ 'content-type': 'text/plain' }, 'x')), 'silent');
  });
});

describe('ce-datacontenttype', () => {
  const told = event({ datacontenttype: 'text/plain' });

  test('is not there', () => {
    expectSaid(ask(NO_DCT_HEADER, binary({ 'content-type': 'text/plain' }), told), 'kept');
    expectSaid(capture(NO_DCT_HEADER, binary({ 'content-type': 'text/plain' })), 'kept');
  });

  test('is wrong in any case, beside Content-Type and alone', () => {
    for (const name of ['ce-datacontenttype', 'Ce-DataContentType']) {
      const emitted = binary({ 'content-type': 'text/plain', [name]: 'text/plain' });
      expectSaid(ask(NO_DCT_HEADER, emitted, told), 'broken', 'the type of the data is in a ce- header');
      expectSaid(capture(NO_DCT_HEADER, binary({ [name]: 'text/plain' })), 'broken');
    }
  });

  test('shows nothing by its absence where no type is set', () => {
    expectSaid(ask(NO_DCT_HEADER, binary(), event()), 'silent', 'no type');
    expectSaid(capture(NO_DCT_HEADER, binary()), 'silent', 'no type');
  });
});
