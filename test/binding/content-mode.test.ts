import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentMode } from '../../src/binding/content-mode.js';

describe('structured mode', () => {
  it.each([
    ['application/cloudevents+json', 'json'],
    ['application/cloudevents+json; charset=UTF-8', 'json'],
    ['Application/CloudEvents+JSON', 'json'],
    ['application/cloudevents+json;charset=utf-8;x=y', 'json'],
    ['application/cloudevents+json ; a=b', 'json'],
    ['application/cloudevents+avro', 'avro'],
    ['application/cloudevents+json-seq', 'json-seq'],
    ['application/cloudevents+', ''],
    ['application/cloudevents+json, text/plain', 'json'],
  ])('%s has the format %j', (contentType, format) => {
    expect(contentMode(contentType)).toEqual({ mode: 'structured', format });
  });

  it.each([
    'application/cloudevents',
    'APPLICATION/CLOUDEVENTS',
    'application/cloudevents;a=b',
    'application/cloudevents \t',
  ])('%j has no format', (contentType) => {
    expect(contentMode(contentType)).toEqual({ mode: 'structured' });
  });
});

describe('batched mode', () => {
  it.each([
    ['application/cloudevents-batch+json', 'json'],
    ['application/cloudevents-batch+json; charset=UTF-8', 'json'],
    ['Application/CloudEvents-Batch+JSON', 'json'],
    ['application/cloudevents-batch+avro', 'avro'],
  ])('%s has the format %j', (contentType, format) => {
    expect(contentMode(contentType)).toEqual({ mode: 'batch', format });
  });

  it.each(['application/cloudevents-batch', 'application/cloudevents-batch;a=b', 'application/cloudevents-batch x'])(
    '%j has no format',
    (contentType) => {
      expect(contentMode(contentType)).toEqual({ mode: 'batch' });
    },
  );
});

describe('binary mode is everything else', () => {
  it.each([
    ...[undefined, '', 'application/json', 'text/xml', 'application/octet-stream', 'application/x-cloudevents+json'],
    ...['application/cloudeventsx+json', 'application/cloudevents-batchx+json', 'application/cloudevents-batch-x'],
    ...['application/cloudevents-bat+json', 'application/cloudevents.json', 'application/cloudevents/json'],
    ...['text/plain; a=application/cloudevents+json', 'xapplication/cloudevents+json', 'application/cloudevent'],
    ...['application/cloudevents\u00a0', 'application/cloudevents\n+json', 'applıcation/cloudevents+json'],
  ])('%j', (contentType) => {
    expect(contentMode(contentType)).toEqual({ mode: 'binary' });
  });
});

it('any text has a mode', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string().map((rest) => `application/cloudevents${rest}`),
  );
  fc.assert(fc.property(text, (value) => ['binary', 'structured', 'batch'].includes(contentMode(value).mode)));
});
