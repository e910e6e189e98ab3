import { describe, test } from 'vitest';
import { STR_MIRROR } from '../../../../../suites/emission/rules/http/mirror.js';
import { capture, expectSaid, message, structured } from '../../examples.js';

describe('headers beside the payload', () => {
  test('need not be there, and may say what it says, however encoded', () => {
    expectSaid(capture(STR_MIRROR, structured('"subject":"a b"')), 'kept');
    for (const raw of ['a%20b', 'a b', '"a b"', 'a%2520b']) {
      expectSaid(capture(STR_MIRROR, structured('"subject":"a b"', { 'ce-subject': raw })), 'kept');
    }
    expectSaid(capture(STR_MIRROR, structured('"int":1', { 'ce-int': '1' })), 'kept');
  });

  test('had better not say anything else', () => {
    const words = 'ce-subject differs from the payload';
    expectSaid(capture(STR_MIRROR, structured('"subject":"a b"', { 'ce-subject': 'a+b' })), 'broken', words);
    expectSaid(capture(STR_MIRROR, structured('"subject":"a"', { 'ce-subject': ['a', 'b'] })), 'broken', words);
    expectSaid(capture(STR_MIRROR, structured('"subject":"a"', { 'ce-id': 'one', 'ce-subject': 'b' })), 'broken');
  });

  test('of what is not in the payload are another rule', () => {
    expectSaid(capture(STR_MIRROR, structured('', { 'ce-subject': 'a' })), 'silent', 'not in the payload');
    expectSaid(capture(STR_MIRROR, structured('"subject":null', { 'ce-subject': 'a' })), 'silent');
  });

  test('show nothing where there is no event', () => {
    const type = { 'content-type': 'application/cloudevents+json' };
    expectSaid(capture(STR_MIRROR, message(type, 'x', 'structured')), 'silent');
  });
});
