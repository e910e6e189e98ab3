import { describe, test } from 'vitest';
import { FORMAT_INDICATOR } from '../../../../../suites/emission/rules/mqtt/format-indicator.js';
import { NO_BINARY } from '../../../../../suites/emission/rules/mqtt/three.js';
import { binaryPublish, structuredPublish, structuredRecord, three } from '../../broker-examples.js';
import { ask, capture, event, expectSaid, jsonEvent } from '../../examples.js';

describe('binary mode over MQTT 3.1.1', () => {
  test('is answered by a structured event', () => {
    expectSaid(ask(NO_BINARY, three(jsonEvent(), 'binary'), event()), 'kept');
  });

  test.each(['', 'x', '{"a":1}', '{"id":"one","data":1}'])('is not answered by %j', (body) => {
    expectSaid(ask(NO_BINARY, three(body, 'binary'), event()), 'broken', 'came out without its attributes');
  });

  test('does not show where it was not asked for', () => {
    expectSaid(ask(NO_BINARY, three('x', 'structured'), event()), 'silent', 'was not asked for');
    expectSaid(capture(NO_BINARY, three('x')), 'silent', 'was not asked for');
    expectSaid(ask(NO_BINARY, binaryPublish(), event()), 'silent', 'another binding');
  });
});

describe('the Payload Format Indicator', () => {
  test('is told', () => {
    expectSaid(ask(FORMAT_INDICATOR, binaryPublish(), event()), 'kept');
    expectSaid(ask(FORMAT_INDICATOR, binaryPublish({}, '', { payloadFormat: 0 }), event()), 'broken', 'is 0');
    expectSaid(capture(FORMAT_INDICATOR, structuredPublish('', {}, { payloadFormat: 1 })), 'broken', 'is 1');
  });

  test('is none of other bindings, and of MQTT 3.1.1', () => {
    expectSaid(ask(FORMAT_INDICATOR, structuredRecord(), event()), 'silent', 'another binding');
    expectSaid(ask(FORMAT_INDICATOR, three(jsonEvent(), 'structured'), event()), 'silent', 'another binding');
  });
});
