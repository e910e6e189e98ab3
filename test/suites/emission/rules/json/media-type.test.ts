import { describe, test } from 'vitest';
import { BATCH_MEDIA_TYPE, ENV_MEDIA_TYPE } from '../../../../../suites/emission/rules/json/media-type.js';
import { ask, batch, binary, capture, event, expectSaid, jsonEvent, message, structured } from '../../examples.js';

const typed = (type: string | undefined) => ({ 'content-type': type });

describe('the media type of an event', () => {
  test.each([
    ['application/cloudevents+json', 'kept'],
    ['Application/CloudEvents+JSON; charset=utf-8', 'kept'],
    ['application/json', 'broken'],
    ['application/cloudevents', 'broken'],
    ['application/cloudevents-batch+json', 'broken'],
    [undefined, 'broken'],
  ] as const)('%s: %s', (type, kind) => {
    expectSaid(ask(ENV_MEDIA_TYPE, structured('', typed(type)), event()), kind);
  });

  test('is missed in captured messages where the body is an event beyond doubt', () => {
    expectSaid(capture(ENV_MEDIA_TYPE, message(typed('application/json'), jsonEvent())), 'broken');
    expectSaid(capture(ENV_MEDIA_TYPE, message(typed('application/cloudevents+json'), jsonEvent())), 'kept');
    expectSaid(capture(ENV_MEDIA_TYPE, message(typed('application/json'), '{"id":"one"}')), 'silent', 'no event');
    expectSaid(capture(ENV_MEDIA_TYPE, binary(typed('application/json'), jsonEvent())), 'silent', 'no event');
    expectSaid(capture(ENV_MEDIA_TYPE, message(typed('application/json'), 'x')), 'silent');
  });
});

describe('the media type of a batch', () => {
  const many = `[${jsonEvent()}]`;

  test.each([
    ['application/cloudevents-batch+json', 'kept'],
    ['application/cloudevents+json', 'broken'],
    ['application/json', 'broken'],
    [undefined, 'broken'],
  ] as const)('%s: %s', (type, kind) => {
    expectSaid(ask(BATCH_MEDIA_TYPE, batch(many, typed(type)), event()), kind);
  });

  test('is that of no events too', () => {
    expectSaid(ask(BATCH_MEDIA_TYPE, batch('[]', typed('application/json'))), 'broken');
    expectSaid(capture(BATCH_MEDIA_TYPE, message(typed('application/json'), '[]')), 'silent');
  });

  test('is missed in captured messages where each element is an event beyond doubt', () => {
    expectSaid(capture(BATCH_MEDIA_TYPE, message(typed('application/json'), many)), 'broken');
    expectSaid(capture(BATCH_MEDIA_TYPE, message(typed('application/json'), '[{"id":"one"}]')), 'silent');
    expectSaid(capture(BATCH_MEDIA_TYPE, message(typed('application/json'), jsonEvent())), 'silent');
  });
});
