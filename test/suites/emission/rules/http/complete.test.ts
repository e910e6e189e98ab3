import { describe, test } from 'vitest';
import { STR_COMPLETE } from '../../../../../suites/emission/rules/http/complete.js';
import { ask, capture, event, expectSaid, json, message, structured } from '../../examples.js';

describe('the payload', () => {
  const told = event({ subject: 'a', ext: 'x' });

  test('holds every attribute, whatever the headers hold', () => {
    expectSaid(ask(STR_COMPLETE, structured('"subject":"a","ext":"x"'), told), 'kept');
    expectSaid(ask(STR_COMPLETE, structured('"subject":"a","ext":"x"', { 'ce-ext': 'x' }), told), 'kept');
  });

  test.each([
    ['"subject":"a"', { 'ce-ext': 'x' }, 'ext is in a header and not in the payload'],
    ['"subject":"a","ext":null', { 'CE-Ext': 'x' }, 'ext is in a header and not in the payload'],
    ['"subject":"a"', {}, 'ext is not in the payload'],
    ['"subject":"a","Ext":"x"', {}, 'ext is not in the payload'],
  ] as const)('lacks one: %s %j', (members, headers, words) => {
    expectSaid(ask(STR_COMPLETE, structured(members, headers), told), 'broken', words);
  });

  test('leaves its shape, its values and what is implied to the rules of the format', () => {
    expectSaid(ask(STR_COMPLETE, structured('"subject":"other","ext":1'), told), 'kept');
    expectSaid(ask(STR_COMPLETE, structured('"subject":"a","extensions":{"ext":"x"}'), told), 'kept');
    const typed = event({ datacontenttype: 'application/json' }, json(1));
    expectSaid(ask(STR_COMPLETE, structured('"data":1'), typed), 'kept');
    expectSaid(ask(STR_COMPLETE, structured(), event({ datacontenttype: 'text/plain' })), 'broken');
  });

  test('is no event, or no object', () => {
    const type = { 'content-type': 'application/cloudevents+json' };
    expectSaid(ask(STR_COMPLETE, message(type, '{"a":1}', 'structured'), told), 'silent', 'no event');
    expectSaid(ask(STR_COMPLETE, message(type, 'x', 'structured'), told), 'silent');
  });

  test('of a captured message: core attributes that a header alone holds', () => {
    expectSaid(capture(STR_COMPLETE, structured('"subject":"a"', { 'ce-subject': 'a' })), 'kept');
    expectSaid(capture(STR_COMPLETE, structured('', { 'ce-subject': 'a' })), 'broken', 'subject is in a header');
    expectSaid(capture(STR_COMPLETE, structured('', { 'ce-ext': 'x' })), 'kept');
    const type = { 'content-type': 'application/cloudevents+json' };
    expectSaid(capture(STR_COMPLETE, message(type, '{"id":"one"}')), 'silent', 'missing');
    expectSaid(capture(STR_COMPLETE, message({ ...type, 'ce-id': 'one' }, '{"type":"t"}')), 'broken', 'id is in');
  });
});
