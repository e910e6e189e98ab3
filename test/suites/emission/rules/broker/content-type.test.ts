import { describe, test } from 'vitest';
import { typeOfData, typeOfFormat } from '../../../../../suites/emission/rules/broker/content-type.js';
import { binaryPublish, binaryRecord, IN_HEADERS, publish, record } from '../../broker-examples.js';
import { ask, capture, event, expectSaid, jsonEvent, text } from '../../examples.js';

const OF_RECORD = typeOfData('kafka.bin.ct', 'kafka');
const OF_PUBLISH = typeOfData('mqtt5.bin.ct', 'mqtt5');
const plain = event({ datacontenttype: 'text/plain; charset=utf-8' }, text('a'));

describe('the type of the data', () => {
  test.each(['text/plain; charset=utf-8', 'Text/Plain;charset=UTF-8', 'text/plain; charset="utf-8"'])(
    'is %s, however that is spelt',
    (type) => {
      expectSaid(ask(OF_RECORD, binaryRecord({ 'content-type': type }), plain), 'kept');
      expectSaid(ask(OF_PUBLISH, binaryPublish({}, '', { contentType: type }), plain), 'kept');
    },
  );

  test.each(['text/plain', 'application/json', 'text/plain; charset=x', ''])('is not %j', (type) => {
    expectSaid(ask(OF_RECORD, binaryRecord({ 'content-type': type }), plain), 'broken', 'is not the type of the data');
    expectSaid(ask(OF_PUBLISH, binaryPublish({}, '', { contentType: type }), plain), 'broken');
  });

  test('has its place: neither a ce_ header nor a user property', () => {
    const type = 'text/plain; charset=utf-8';
    expectSaid(ask(OF_RECORD, binaryRecord({ ce_datacontenttype: type }), plain), 'broken', 'did not come out');
    expectSaid(ask(OF_RECORD, binaryRecord({ 'Content-Type': type }), plain), 'broken', 'did not come out');
    expectSaid(ask(OF_PUBLISH, binaryPublish({ 'content-type': type }), plain), 'broken', 'did not come out');
  });

  test('is there once', () => {
    const out = binaryRecord({ 'content-type': ['text/plain; charset=utf-8', 'text/html'] });
    expectSaid(ask(OF_RECORD, out, plain), 'broken', 'more than one');
  });

  test('does not show where there is none, and in captured records', () => {
    expectSaid(ask(OF_RECORD, binaryRecord(), event()), 'silent', 'the data has no type');
    expectSaid(capture(OF_RECORD, binaryRecord({ 'content-type': 'x' })), 'silent', 'does not show');
  });
});

const KAFKA = typeOfFormat('kafka.str.ct', 'kafka', { isOptional: true });
const MQTT = typeOfFormat('mqtt5.str.ct', 'mqtt5', { isOptional: false });

describe('the type of a structured event', () => {
  const kafka = (type: string | undefined, asked?: 'structured') =>
    record({ 'content-type': type }, jsonEvent(), asked);
  const mqtt = (type: string | undefined, asked?: 'structured') =>
    publish({}, jsonEvent(), asked, type === undefined ? {} : { contentType: type });

  test.each([
    ['application/cloudevents+json', 'kept'],
    ['application/cloudevents+json; charset=UTF-8', 'kept'],
    ['application/cloudevents+avro', 'kept'],
    ['application/cloudevents', 'broken'],
    ['application/json', 'broken'],
    ['application/vnd.other+json', 'broken'],
    ['application/cloudevents-batch+json', 'silent'],
  ] as const)('asked for: %s: %s', (type, kind) => {
    expectSaid(ask(KAFKA, kafka(type, 'structured'), event()), kind);
    expectSaid(ask(MQTT, mqtt(type, 'structured'), event()), kind);
  });

  test.each([
    ['application/cloudevents+json', 'kept'],
    ['application/json', 'broken'],
    ['application/vnd.other+json', 'silent'],
  ] as const)('captured: %s: %s', (type, kind) => {
    expectSaid(capture(KAFKA, kafka(type)), kind);
    expectSaid(capture(MQTT, mqtt(type)), kind);
  });

  test('need not be there in a record', () => {
    expectSaid(ask(KAFKA, kafka(undefined, 'structured'), event()), 'silent', 'no content-type');
    expectSaid(capture(KAFKA, kafka(undefined)), 'silent', 'no content-type');
    expectSaid(ask(MQTT, mqtt(undefined, 'structured'), event()), 'broken');
    expectSaid(capture(MQTT, mqtt(undefined)), 'broken');
  });

  test('is not asked for where there is no structured event', () => {
    const inside = record({ ...IN_HEADERS, 'content-type': 'application/json' }, jsonEvent());
    expectSaid(capture(KAFKA, inside), 'silent', 'no event');
    expectSaid(ask(KAFKA, { ...inside, mode: 'binary' }, event()), 'silent', 'was asked for');
    expectSaid(ask(KAFKA, record({ 'content-type': 'text/plain' }, 'x', 'structured'), event()), 'silent');
    expectSaid(ask(KAFKA, record({ 'content-type': 'text/plain' }, '{"a":1}', 'structured'), event()), 'silent');
  });
});
