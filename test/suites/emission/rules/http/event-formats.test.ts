import { describe, test } from 'vitest';
import { BAT_CT, STR_CT } from '../../../../../suites/emission/rules/http/event-formats.js';
import { ask, batch, binary, capture, event, expectSaid, jsonEvent, message, structured } from '../../examples.js';

const typed = (type: string | undefined) => ({ 'content-type': type });
const many = `[${jsonEvent()}]`;

describe('the label of a structured event', () => {
  test.each([
    ['application/cloudevents+json', 'kept'],
    ['Application/CloudEvents+JSON; charset=utf-8', 'kept'],
    ['application/cloudevents+avro', 'kept'],
    ['application/cloudevents', 'broken'],
    ['application/json', 'broken'],
    ['text/plain', 'broken'],
    ['application/vnd.other+json', 'broken'],
    [undefined, 'broken'],
    ['application/cloudevents-batch+json', 'silent'],
  ] as const)('asked for: %s: %s', (type, kind) => {
    expectSaid(ask(STR_CT, structured('', typed(type)), event()), kind);
  });

  test.each([
    ['application/cloudevents+json', 'kept'],
    ['application/cloudevents', 'broken'],
    ['application/json; charset=utf-8', 'broken'],
    [undefined, 'broken'],
    ['application/vnd.other+json', 'silent'],
  ] as const)('captured: %s: %s', (type, kind) => {
    expectSaid(capture(STR_CT, message(typed(type), jsonEvent())), kind);
  });

  test('is not asked for where there is no structured event', () => {
    expectSaid(ask(STR_CT, binary(typed('application/json'), jsonEvent()), event()), 'silent');
    expectSaid(capture(STR_CT, binary(typed('application/json'), jsonEvent())), 'silent', 'no event');
    expectSaid(capture(STR_CT, message(typed('application/json'), '{"id":"one"}')), 'silent', 'no event');
    expectSaid(capture(STR_CT, message(typed('application/json'), 'x')), 'silent');
    expectSaid(ask(STR_CT, message(typed('application/json'), many, 'structured'), event()), 'silent');
  });
});

describe('the label of a batch', () => {
  test.each([
    ['application/cloudevents-batch+json', 'kept'],
    ['application/cloudevents-batch+avro', 'kept'],
    ['application/cloudevents+json', 'silent'],
    ['application/cloudevents-batch', 'broken'],
    ['application/json', 'broken'],
    [undefined, 'broken'],
  ] as const)('asked for: %s: %s', (type, kind) => {
    expectSaid(ask(BAT_CT, batch(many, typed(type)), event()), kind);
  });

  test.each([
    ['application/cloudevents-batch+json', many, 'kept'],
    ['application/json', many, 'broken'],
    ['application/cloudevents', many, 'broken'],
    ['application/vnd.other+json', many, 'silent'],
    ['application/json', '[]', 'silent'],
    ['application/json', '[{"id":"one"}]', 'silent'],
    ['application/json', jsonEvent(), 'silent'],
  ] as const)('captured: %s %s: %s', (type, body, kind) => {
    expectSaid(capture(BAT_CT, message(typed(type), body)), kind);
  });

  test('of no events is that of a batch too', () => {
    expectSaid(ask(BAT_CT, batch('[]')), 'kept');
    expectSaid(ask(BAT_CT, batch('[]', typed('application/json'))), 'broken');
    expectSaid(ask(BAT_CT, batch('[]', typed('application/json')), event()), 'silent');
  });

  test('is not asked for where no batch was', () => {
    expectSaid(ask(BAT_CT, structured(), event()), 'silent', 'no batch was asked for');
    expectSaid(ask(BAT_CT, batch(jsonEvent(), typed('application/json')), event()), 'silent', 'no batch came out');
  });
});
