import { describe, test } from 'vitest';
import { MODE_BOTH, MODE_JSON } from '../../../../../suites/emission/rules/http/modes.js';
import { ask, batch, binary, capture, event, expectSaid, jsonEvent, message, structured } from '../../examples.js';

const label = { 'content-type': 'application/cloudevents+json' };
const inHeaders = { 'ce-id': 'one', 'ce-source': '/s', 'ce-type': 't', 'ce-specversion': '1.0' };
const avro = { 'content-type': 'application/cloudevents+avro' };

describe('both modes', () => {
  test('an event comes out in the mode that was asked for', () => {
    expectSaid(ask(MODE_BOTH, binary(), event()), 'kept');
    expectSaid(ask(MODE_BOTH, structured(), event()), 'kept');
  });

  test('an event that was asked for in binary mode does not come out in structured mode', () => {
    const emitted = message(label, jsonEvent(), 'binary');
    expectSaid(ask(MODE_BOTH, emitted, event()), 'broken', 'an event came out in structured mode');
  });

  test('an event that was asked for in structured mode does not come out in binary mode', () => {
    const emitted = message({ ...inHeaders, 'content-type': 'application/json' }, '{"a":1}', 'structured');
    expectSaid(ask(MODE_BOTH, emitted, event()), 'broken', 'an event came out in binary mode');
  });

  test('a wrong label, a batch and a message without an event are other matters', () => {
    expectSaid(ask(MODE_BOTH, structured('', { 'content-type': 'application/json', ...inHeaders }), event()), 'kept');
    expectSaid(ask(MODE_BOTH, message(label, `[${jsonEvent()}]`, 'structured'), event()), 'silent');
    expectSaid(ask(MODE_BOTH, message(label, '{"a":1}', 'structured'), event()), 'silent');
    expectSaid(ask(MODE_BOTH, message({}, 'x', 'binary'), event()), 'silent');
    expectSaid(ask(MODE_BOTH, binary()), 'silent', 'no event was asked for');
  });

  test('another format is structured mode too', () => {
    expectSaid(ask(MODE_BOTH, message(avro, 'x', 'structured'), event()), 'kept');
    expectSaid(ask(MODE_BOTH, message(avro, '', 'structured'), event()), 'silent');
  });

  test('a captured message shows its own mode', () => {
    expectSaid(capture(MODE_BOTH, binary()), 'kept');
    expectSaid(capture(MODE_BOTH, message(label, jsonEvent())), 'kept');
    expectSaid(capture(MODE_BOTH, message({}, 'x')), 'silent');
  });
});

describe('structured mode in JSON', () => {
  test('is JSON', () => {
    expectSaid(ask(MODE_JSON, structured(), event()), 'kept');
    expectSaid(ask(MODE_JSON, structured('', { 'content-type': 'application/json' }), event()), 'kept');
    expectSaid(capture(MODE_JSON, structured()), 'kept');
  });

  test('is no other format, and nothing under the label of JSON that is none', () => {
    expectSaid(ask(MODE_JSON, message(avro, 'x', 'structured'), event()), 'broken', 'is in the format avro');
    expectSaid(
      ask(MODE_JSON, message(label, '<event/>', 'structured'), event()),
      'broken',
      'is not in the JSON format',
    );
  });

  test('may be another format where nobody asked for JSON', () => {
    expectSaid(capture(MODE_JSON, message(avro, 'x')), 'silent', 'another format');
  });

  test('does not show in another mode', () => {
    expectSaid(ask(MODE_JSON, message(inHeaders, '', 'structured'), event()), 'silent');
    expectSaid(ask(MODE_JSON, message(label, `[${jsonEvent()}]`, 'structured'), event()), 'silent');
    expectSaid(capture(MODE_JSON, batch('[]')), 'silent');
  });
});
