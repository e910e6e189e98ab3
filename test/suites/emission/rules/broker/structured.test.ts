import { describe, test } from 'vitest';
import { inJson, mirrored, wholeEvent } from '../../../../../suites/emission/rules/broker/structured.js';
import { IN_HEADERS, publish, record, structuredPublish, structuredRecord, three } from '../../broker-examples.js';
import { ask, capture, event, expectSaid, jsonEvent } from '../../examples.js';

const label = { 'content-type': 'application/cloudevents+json' };
const own = { 'content-type': 'application/cloudevents+own' };
const inBinary = record({ ...IN_HEADERS, 'content-type': 'application/json' }, '{"a":1}', 'structured');

describe('structured mode in JSON', () => {
  const RULE = inJson('kafka.mode.json', ['kafka']);
  const THREE = inJson('mqtt3.mode', ['mqtt3']);

  test('is JSON, whatever the label', () => {
    expectSaid(ask(RULE, structuredRecord(), event()), 'kept');
    expectSaid(ask(RULE, record({}, jsonEvent(), 'structured'), event()), 'kept');
    expectSaid(ask(THREE, three(jsonEvent(), 'structured'), event()), 'kept');
    expectSaid(capture(THREE, three(jsonEvent())), 'kept');
  });

  test('is no other format', () => {
    expectSaid(ask(RULE, record(own, 'x', 'structured'), event()), 'broken', 'did not come out in the JSON format');
    expectSaid(ask(RULE, record(label, '<event/>', 'structured'), event()), 'broken');
    expectSaid(capture(RULE, record(own, 'x')), 'silent', 'another format');
  });

  test('does not show where the event came out in binary mode, in a batch, or not at all', () => {
    const text = 'no event came out in structured mode';
    expectSaid(ask(RULE, inBinary, event()), 'silent', text);
    expectSaid(ask(RULE, record(label, `[${jsonEvent()}]`, 'structured'), event()), 'silent', text);
    expectSaid(ask(RULE, record(label, '', 'structured'), event()), 'silent', text);
    expectSaid(ask(RULE, record({}, 'x', 'structured'), event()), 'silent', text);
  });

  test('is all that there is over MQTT 3.1.1', () => {
    for (const body of ['', 'x', '{"a":1}', `[${jsonEvent()}]`]) {
      expectSaid(ask(THREE, three(body, 'structured'), event()), 'broken');
    }
    expectSaid(capture(THREE, three('x')), 'silent');
  });
});

describe('the payload', () => {
  const RULE = wholeEvent('kafka.str.value', ['kafka']);
  const MQTT = wholeEvent('mqtt.str.payload', ['mqtt5', 'mqtt3']);
  const told = event({ subject: 'a' });

  test('has every attribute', () => {
    expectSaid(ask(RULE, structuredRecord('"subject":"a"'), told), 'kept');
    expectSaid(ask(MQTT, three(jsonEvent('"subject":"b"'), 'structured'), told), 'kept');
  });

  test('has it also where a line beside it has it', () => {
    const text = 'subject is not in the payload';
    expectSaid(ask(RULE, structuredRecord('', { ce_subject: 'a' }), told), 'broken', text);
    expectSaid(ask(RULE, structuredRecord('"subject":null'), told), 'broken', text);
    expectSaid(ask(MQTT, structuredPublish('', { subject: 'a' }), told), 'broken', text);
  });

  test('is an event', () => {
    const text = 'the payload is no event';
    expectSaid(ask(RULE, record(label, '', 'structured', { isNull: true }), told), 'broken', text);
    expectSaid(ask(RULE, record(label, '{"a":1}', 'structured'), told), 'broken', text);
    expectSaid(ask(RULE, record(label, `[${jsonEvent()}]`, 'structured'), told), 'broken', text);
    expectSaid(ask(MQTT, three('x', 'structured'), told), 'broken', text);
  });

  test('is of no matter where the event came out in binary mode, or in another format', () => {
    expectSaid(ask(RULE, inBinary, told), 'silent', 'no event came out in structured mode');
    expectSaid(ask(RULE, record(own, 'x', 'structured'), told), 'silent', 'another format');
  });

  test('may leave out a type that is implied, and hide an attribute in another member', () => {
    const typed = { specversion: undefined, id: undefined, source: undefined, type: undefined };
    const json = event({ ...typed, datacontenttype: 'application/json' });
    expectSaid(ask(RULE, structuredRecord('"data":1'), json), 'silent', 'the type may be implied');
    expectSaid(ask(RULE, structuredRecord(), json), 'broken', 'datacontenttype is not in the payload');
    const hidden = structuredRecord('"extensions":{"ext":"a"}');
    expectSaid(ask(RULE, hidden, event({ ...typed, ext: 'a' })), 'silent', 'inside another member');
  });

  test('shows in a captured record what every event carries', () => {
    expectSaid(capture(RULE, structuredRecord()), 'kept');
    expectSaid(capture(RULE, record(label, '{"id":"one"}')), 'silent', 'a required attribute is missing');
    expectSaid(capture(RULE, record(own, 'x')), 'silent', 'no event came out');
  });
});

describe('lines beside the payload', () => {
  const RULE = mirrored('kafka.str.mirror', 'kafka');

  test('need not be there, and say the same', () => {
    expectSaid(ask(RULE, structuredRecord(), event()), 'kept');
    expectSaid(ask(RULE, structuredRecord('"n":5', { ce_id: 'one', ce_n: '5' }), event()), 'kept');
    const time = structuredRecord('"time":"2018-04-05T17:31:00Z"', { ce_time: '2018-04-05T17:31:00.0Z' });
    expectSaid(ask(RULE, time, event()), 'kept');
  });

  test('had better not say anything else', () => {
    const text = 'ce_id differs from the payload';
    expectSaid(ask(RULE, structuredRecord('', { ce_id: 'two' }), event()), 'broken', text);
    expectSaid(capture(RULE, structuredRecord('', { ce_id: ['one', 'two'] })), 'broken', text);
    const mqtt = mirrored('mqtt5.str.mirror', 'mqtt5');
    expectSaid(ask(mqtt, structuredPublish('', { id: 'two' }), event()), 'broken', 'id differs from the payload');
  });

  test('may be of something else', () => {
    expectSaid(ask(RULE, structuredRecord('', { id: 'two', 'ce-id': 'two' }), event()), 'kept');
    expectSaid(ask(RULE, structuredRecord('', { ce_other: 'x' }), event()), 'silent', 'other is not in the payload');
    expectSaid(capture(RULE, record(own, 'x')), 'silent');
    expectSaid(capture(mirrored('mqtt5.str.mirror', 'mqtt5'), publish({}, 'x', 'structured')), 'silent');
  });
});
