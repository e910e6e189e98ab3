import { describe, test } from 'vitest';
import { ENV_MEMBERS } from '../../../../../suites/emission/rules/json/members.js';
import { ask, batch, capture, event, expectSaid, json, jsonEvent, message, structured } from '../../examples.js';

describe('a member for each attribute', () => {
  const told = event({ subject: 'a', ext: 'x' });

  test.each([
    ['"subject":"a","ext":"x"', 'kept', ''],
    ['"subject":"a"', 'broken', 'the attribute ext is no member'],
    ['"subject":"a","Ext":"x"', 'broken', 'the attribute ext is no member'],
    ['"subject":null,"ext":"x"', 'broken', 'subject is null'],
    ['"subject":"b","ext":"x"', 'broken', 'subject has another value'],
    ['"subject":"a","ext":1', 'kept', ''],
    ['"subject":"a","extensions":{"ext":"x"}', 'kept', ''],
  ] as const)('%s: %s', (members, kind, words) => {
    expectSaid(ask(ENV_MEMBERS, structured(members), told), kind, words);
  });

  test('may leave a type that is implied unsaid, and no other', () => {
    const implied = event({ datacontenttype: 'application/json' }, json(1));
    expectSaid(ask(ENV_MEMBERS, structured('"data":1'), implied), 'kept');
    expectSaid(ask(ENV_MEMBERS, structured(), implied), 'broken', 'datacontenttype');
    const other = event({ datacontenttype: 'application/json; v=1' }, json(1));
    expectSaid(ask(ENV_MEMBERS, structured('"data":1'), other), 'broken', 'datacontenttype');
  });

  test('compares instants', () => {
    const time = event({ time: '2024-02-29T12:34:56Z' });
    expectSaid(ask(ENV_MEMBERS, structured('"time":"2024-02-29T13:34:56+01:00"'), time), 'kept');
    expectSaid(ask(ENV_MEMBERS, structured('"time":"2024-02-29T13:34:56Z"'), time), 'broken');
  });

  test('is asked of each event of a batch, found by source and id', () => {
    const second = jsonEvent('"ext":"y"').replace('"one"', '"two"');
    const both = [event({ ext: 'x' }), event({ id: 'two', ext: 'y' })];
    expectSaid(ask(ENV_MEMBERS, batch(`[${second},${jsonEvent('"ext":"x"')}]`), ...both), 'kept');
    expectSaid(ask(ENV_MEMBERS, batch(`[${second},${jsonEvent('"ext":"y"')}]`), ...both), 'broken', 'ext');
  });

  test('needs an object', () => {
    const label = { 'content-type': 'application/cloudevents+json' };
    expectSaid(ask(ENV_MEMBERS, message(label, 'x', 'structured'), told), 'broken', 'JSON object');
    expectSaid(capture(ENV_MEMBERS, message(label, 'x')), 'broken', 'JSON object');
    const avro = { 'content-type': 'application/cloudevents+avro' };
    expectSaid(capture(ENV_MEMBERS, message(avro, 'x')), 'silent', 'not in the JSON format');
  });

  test('of a captured message: the required ones, under another name or not', () => {
    const label = { 'content-type': 'application/cloudevents+json' };
    const renamed = (name: string): string => jsonEvent().replace('"id"', `"${name}"`);
    expectSaid(capture(ENV_MEMBERS, structured()), 'kept');
    expectSaid(capture(ENV_MEMBERS, message(label, renamed('Id'))), 'broken', 'of another name');
    expectSaid(capture(ENV_MEMBERS, message(label, renamed('ce-id'))), 'broken', 'of another name');
    expectSaid(capture(ENV_MEMBERS, message(label, renamed('eventid'))), 'silent', 'missing');
  });
});
