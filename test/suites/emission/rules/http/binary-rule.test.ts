import { describe, test } from 'vitest';
import { binaryRule } from '../../../../../suites/emission/rules/http/binary-rule.js';
import { KEPT } from '../../../../../suites/emission/say.js';
import { ask, binary, capture, event, expectSaid, structured } from '../../examples.js';

const rule = binaryRule('http.some.rule', () => KEPT);

describe('a rule about binary mode', () => {
  test('is asked where the message is in binary mode', () => {
    expectSaid(ask(rule, binary(), event()), 'kept');
    expectSaid(ask(rule, binary({ 'content-type': 'application/json' }), event()), 'kept');
    expectSaid(capture(rule, binary()), 'kept');
  });

  test('is silent where the event came out in another mode', () => {
    expectSaid(ask(rule, structured(), event()), 'silent', 'structured mode');
    const batch = binary({ 'content-type': 'application/cloudevents-batch+json' });
    expectSaid(ask(rule, batch, event()), 'silent', 'batch mode');
  });

  test('is asked of an event within an event', () => {
    const type = 'application/cloudevents+json';
    expectSaid(ask(rule, binary({ 'content-type': type }), event({ datacontenttype: type })), 'kept');
  });

  test('is silent about messages that are no events, and where none was asked for', () => {
    expectSaid(capture(rule, binary({ 'ce-id': undefined, 'ce-type': undefined })), 'silent', 'no event');
    expectSaid(ask(rule, binary()), 'silent', 'no event was asked for');
  });
});
