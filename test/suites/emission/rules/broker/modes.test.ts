import { describe, test } from 'vitest';
import { bothModes } from '../../../../../suites/emission/rules/broker/modes.js';
import {
  binaryPublish,
  binaryRecord,
  IN_HEADERS,
  publish,
  record,
  structuredPublish,
  structuredRecord,
} from '../../broker-examples.js';
import { ask, capture, event, expectSaid, jsonEvent } from '../../examples.js';

const KAFKA = bothModes('kafka.mode.both', 'kafka');
const MQTT = bothModes('mqtt.mode.both', 'mqtt5');
const label = { 'content-type': 'application/cloudevents+json' };

describe('both modes', () => {
  test('an event comes out in the mode that was asked for', () => {
    for (const out of [binaryRecord(), structuredRecord()]) expectSaid(ask(KAFKA, out, event()), 'kept');
    for (const out of [binaryPublish(), structuredPublish()]) expectSaid(ask(MQTT, out, event()), 'kept');
  });

  test('an event that was asked for in binary mode does not come out in structured mode', () => {
    const text = 'an event came out in structured mode';
    expectSaid(ask(KAFKA, record(label, jsonEvent(), 'binary'), event()), 'broken', text);
    const contentType = 'application/cloudevents+json';
    expectSaid(ask(MQTT, publish({}, jsonEvent(), 'binary', { contentType }), event()), 'broken', text);
  });

  test('an event that was asked for in structured mode does not come out in binary mode', () => {
    const text = 'an event came out in binary mode';
    expectSaid(ask(KAFKA, record({ ...IN_HEADERS }, '{"a":1}', 'structured'), event()), 'broken', text);
  });

  test('an event within an event is data', () => {
    const told = event({ datacontenttype: 'application/cloudevents+json' });
    expectSaid(ask(KAFKA, record({ ...IN_HEADERS, ...label }, jsonEvent(), 'binary'), told), 'kept');
  });

  test('a wrong label and a message without an event are other matters', () => {
    expectSaid(ask(KAFKA, record({ ...IN_HEADERS }, jsonEvent(), 'structured'), event()), 'kept');
    expectSaid(ask(KAFKA, record(label, 'x', 'structured'), event()), 'silent');
    expectSaid(ask(KAFKA, record({}, 'x', 'binary'), event()), 'silent');
    expectSaid(ask(KAFKA, binaryRecord()), 'silent', 'no event was asked for');
  });

  test('a captured message shows its own mode', () => {
    expectSaid(capture(KAFKA, binaryRecord()), 'kept');
    expectSaid(capture(KAFKA, structuredRecord()), 'kept');
    expectSaid(capture(KAFKA, record({}, 'x')), 'silent');
  });
});
