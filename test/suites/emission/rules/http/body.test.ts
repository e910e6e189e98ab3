import { describe, expect, test } from 'vitest';
import type { EventData } from '../../../../../src/event/types.js';
import { BODY_OUT } from '../../../../../suites/emission/rules/http/body.js';
import { ask, type Body, binary, bytes, capture, event, expectSaid, json, text } from '../../examples.js';

type Row = [
  data: EventData | undefined,
  type: string | undefined,
  body: Body,
  kind: 'kept' | 'broken' | 'silent',
  words?: string,
];

const said = (data: EventData | undefined, type: string | undefined, body: Body): string =>
  ask(
    BODY_OUT,
    binary(type === undefined ? {} : { 'content-type': type }, body),
    event({ datacontenttype: type }, data),
  );
const look = (...[data, type, body, kind, words]: Row): void => expectSaid(said(data, type, body), kind, words);

describe('no data', () => {
  test.each<Row>([
    [undefined, undefined, '', 'kept'],
    [undefined, 'application/json', '', 'kept'],
    [undefined, undefined, 'null', 'broken', 'an event without data came out with some'],
    [undefined, 'application/json', '{}', 'broken', 'an event without data came out with some'],
  ])('%j of type %s as %j: %s', look);
});

describe('bytes', () => {
  const octets = 'application/octet-stream';
  const ofText = bytes(...Buffer.from('{ "a" : 1 }'));

  test.each<Row>([
    [bytes(0, 255, 10), octets, Uint8Array.of(0, 255, 10), 'kept'],
    [bytes(0, 255, 10), undefined, Uint8Array.of(0, 255, 10), 'kept'],
    [bytes(), octets, '', 'kept'],
    [bytes(0, 255, 10), octets, 'AP8K', 'broken', 'the body is the base64 of the bytes'],
    [bytes(0, 255, 10), 'application/json', '"AP8K"', 'broken', 'the body is the base64 of the bytes'],
    [bytes(0, 255, 10), octets, '\0\ufffd\n', 'broken', 'the body holds other bytes'],
    [bytes(0, 255, 10), octets, '', 'broken', 'the data did not come out'],
    [ofText, 'application/json', '{ "a" : 1 }', 'kept'],
    [ofText, 'application/json', '{"a":1}', 'silent', 'taken for the JSON'],
    [ofText, 'application/json', '{"a":2}', 'broken', 'other bytes'],
    [ofText, octets, '{"a":1}', 'broken', 'other bytes'],
    [ofText, undefined, '{"a":1}', 'broken', 'other bytes'],
  ])('%j of type %s as %j: %s', look);
});

describe('a text', () => {
  test.each<Row>([
    [text('é "a"\r\n'), 'text/plain', 'é "a"\r\n', 'kept'],
    [text('a'), undefined, 'a', 'kept'],
    [text(''), 'text/plain', '', 'kept'],
    [text('a'), 'text/plain; charset="UTF-8"', 'a', 'kept'],
    [text('a'), 'text/plain', '"a"', 'broken', 'a text that is not of a JSON type is written as a JSON string'],
    [text('a'), undefined, '"a"', 'broken', 'written as a JSON string'],
    [text('a'), 'text/plain', 'YQ==', 'broken', 'the body is the base64 of the text'],
    [text('a\r\n'), 'text/plain', 'a\n', 'broken', 'the body is another text'],
    [text('é'), 'text/plain', Uint8Array.of(0xe9), 'broken', 'the body is another text'],
    [text('a'), 'text/plain', '', 'broken', 'the data did not come out'],
    [text('é'), 'text/plain; charset=iso-8859-1', Uint8Array.of(0xe9), 'silent', 'the charset'],
    [json('a'), 'text/plain', 'a', 'kept'],
    [json('a'), 'text/plain', '"a"', 'broken', 'written as a JSON string'],
  ])('%j of type %s as %j: %s', look);

  test('without a type that was labelled as JSON may be written as JSON', () => {
    const emitted = binary({ 'content-type': 'application/json' }, '"a"');
    expectSaid(ask(BODY_OUT, emitted, event({}, text('a'))), 'silent', 'labelled');
  });
});

describe('a string under a JSON type', () => {
  test.each<Row>([
    [json('a'), 'application/json', '"a"', 'kept'],
    [text('a'), 'application/json', '"a"', 'kept'],
    [json('a'), undefined, ' "\\u0061" ', 'kept'],
    [json('a'), 'application/json', 'a', 'silent', 'the string was taken for JSON text'],
    [json('{"a":1}'), 'application/json', '{"a":1}', 'silent', 'the string was taken for JSON text'],
    [json('{ "a":1}'), 'application/json', '{"a":1}', 'silent', 'the string was taken for JSON text'],
    [json('a'), 'application/json', '"\\"a\\""', 'broken', 'holds the JSON text of the value'],
    [json('a'), 'application/json', '"b"', 'broken', 'the body is another value'],
    [json('a'), 'application/json', '', 'broken', 'the data did not come out'],
  ])('%j of type %s as %j: %s', look);
});

describe('a JSON value', () => {
  test.each<Row>([
    [json({ a: [1, null] }), 'application/json', '{ "a" : [ 1.0, null ] }', 'kept'],
    [json({ a: 1 }), 'application/vnd.x+json; v=1', '{"a":1}', 'kept'],
    [json(0), undefined, '0', 'kept'],
    [json(null), 'application/json', 'null', 'kept'],
    [json({ a: 1 }), 'application/json', '"{\\"a\\":1}"', 'broken', 'a string that holds the JSON text of the value'],
    [json({ a: 1 }), 'application/json', '[object Object]', 'broken', 'the body is another value'],
    [json(0), 'application/json', '', 'broken', 'the data did not come out'],
    [json(null), 'application/json', '', 'silent', 'null was taken for no data'],
    [json({ a: 1 }), 'text/xml', '<a>1</a>', 'silent', 'not JSON'],
    [json({ a: 1 }), 'application/json; charset=utf-16', 'x', 'silent', 'the charset'],
  ])('%j of type %s as %j: %s', look);
});

describe('captured', () => {
  const captured = (type: string | undefined, body: Body): string =>
    capture(BODY_OUT, binary({ 'content-type': type }, body));

  test.each([
    ['application/json', '{"a":1}', 'kept'],
    ['application/json', '"a"', 'silent'],
    ['application/json', 'a', 'silent'],
    ['text/plain', '"a"', 'silent'],
    [undefined, '{"a":1}', 'silent'],
  ] as const)('under %s: %s: %s', (type, body, kind) => expectSaid(captured(type, body), kind));
});

test('bytes that are no text are shown in hexadecimal', () => {
  const shown = BODY_OUT.check(binary({}, Uint8Array.of(0xff, 0)), [event({}, bytes(1))]);
  expect(shown).toMatchObject({ expected: '\u0001', actual: 'ff00 (hexadecimal)' });
});
