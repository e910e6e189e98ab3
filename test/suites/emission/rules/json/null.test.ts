import { describe, test } from 'vitest';
import { NULL_EMIT } from '../../../../../suites/emission/rules/json/null.js';
import { ask, capture, event, expectSaid, structured } from '../../examples.js';

describe('an attribute that is unset', () => {
  test('is absent or null', () => {
    expectSaid(ask(NULL_EMIT, structured(), event()), 'kept');
    expectSaid(ask(NULL_EMIT, structured('"subject":null'), event()), 'kept');
  });

  test.each(['""', '"null"'])('has no text for it: %s', (spelt) => {
    expectSaid(ask(NULL_EMIT, structured(`"subject":${spelt}`), event()), 'broken', 'a text stands for that');
  });

  test('is not one that is set', () => {
    const all = { subject: 'null', time: '2024-02-29T12:34:56Z', dataschema: 'a:b', datacontenttype: 'a/b' };
    expectSaid(ask(NULL_EMIT, structured('"subject":"null"'), event(all)), 'silent');
  });

  test('shows in a captured message with a null', () => {
    expectSaid(capture(NULL_EMIT, structured('"subject":null')), 'kept');
    expectSaid(capture(NULL_EMIT, structured('"data":null')), 'silent');
  });
});
