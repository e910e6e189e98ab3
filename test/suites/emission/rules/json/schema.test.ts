import { describe, test } from 'vitest';
import { SCHEMA_HELP } from '../../../../../suites/emission/rules/json/schema.js';
import { ask, capture, event, expectSaid, message, structured } from '../../examples.js';

describe("the schema of the specification's repository", () => {
  test.each([
    ['', 'kept'],
    ['"time":"2024-02-29T12:34:56Z","dataschema":"a:b","subject":"a","datacontenttype":"a/b"', 'kept'],
    ['"time":null,"data_base64":null', 'kept'],
    ['"ext":{"any":1}', 'kept'],
    ['"time":"yesterday"', 'broken'],
    ['"subject":""', 'broken'],
    ['"dataschema":"/relative"', 'broken'],
    ['"data_base64":1', 'broken'],
  ] as const)('%s: %s', (members, kind) => {
    expectSaid(capture(SCHEMA_HELP, structured(members)), kind);
    expectSaid(ask(SCHEMA_HELP, structured(members), event()), kind);
  });

  test('wants what is required, and an object at all', () => {
    const label = { 'content-type': 'application/cloudevents+json' };
    expectSaid(capture(SCHEMA_HELP, message(label, '{"id":"one"}')), 'broken', 'source');
    expectSaid(capture(SCHEMA_HELP, message(label, 'x')), 'silent');
  });
});
