import { describe, expect, test } from 'vitest';
import { FORMAT_JSON } from '../../../../../suites/emission/rules/core/json-format.js';
import { event, kind, message, object } from './messages.js';

const JSON_TYPE = 'application/cloudevents+json';

describe('core.format.json', () => {
  test('an event in JSON keeps it, captured or asked for', () => {
    expect(kind(FORMAT_JSON, object(), event())).toBe('kept');
    expect(kind(FORMAT_JSON, object())).toBe('kept');
    expect(kind(FORMAT_JSON, object({ id: undefined }), event())).toBe('kept');
  });

  test.each([
    ['another format', 'application/cloudevents+xml', '<event/>'],
    ['the data alone', 'application/json', '{"a":1}'],
    ['a batch', 'application/cloudevents-batch+json', '[]'],
    ['no JSON', JSON_TYPE, 'id: one'],
    ['nothing', JSON_TYPE, ''],
  ])('%s where an event was asked for breaks it', (_, type, body) => {
    expect(kind(FORMAT_JSON, message([['Content-Type', type]], body, 'structured'), event())).toBe('broken');
  });

  test('another captured format is no failure', () => {
    expect(kind(FORMAT_JSON, message([['Content-Type', 'application/cloudevents+xml']], '<event/>'))).toBe('silent');
  });
});
