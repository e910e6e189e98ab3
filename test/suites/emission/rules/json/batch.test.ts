import { describe, test } from 'vitest';
import { BATCH_ARRAY, BATCH_INDICATED } from '../../../../../suites/emission/rules/json/batch.js';
import { ask, batch, capture, event, expectSaid, jsonEvent, message, structured } from '../../examples.js';

const other = (members = ''): string => jsonEvent(members).replace('"one"', '"two"');
const two = [event(), event({ id: 'two' })];

describe('the array of a batch', () => {
  test('has one event for each, in any order', () => {
    expectSaid(ask(BATCH_ARRAY, batch(`[${jsonEvent()},${other()}]`), ...two), 'kept');
    expectSaid(ask(BATCH_ARRAY, batch(`[${other()},${jsonEvent()}]`), ...two), 'kept');
    expectSaid(ask(BATCH_ARRAY, batch(' [ ] ')), 'kept');
  });

  test.each([
    [jsonEvent(), 'the batch came out as one object'],
    [`{"events":[${jsonEvent()}]}`, 'the batch came out as one object'],
    [`${jsonEvent()}\n${other()}`, 'the batch is no array of objects'],
    ['["a"]', 'the batch is no array of objects'],
    ['', 'the batch is no array of objects'],
    [`[${jsonEvent()}]`, 'the batch has another number of events'],
    [`[${jsonEvent()},{"a":1}]`, 'an element of the batch is no event'],
    [`[${jsonEvent()},${jsonEvent()}]`, 'an event is missing from the batch, and another is there twice'],
  ])('%s: broken', (body, words) => {
    expectSaid(ask(BATCH_ARRAY, batch(body), ...two), 'broken', words);
  });

  test('does not carry attributes of one event over to the next', () => {
    const told = [event({ subject: 'a' }), event({ id: 'two' })];
    const right = batch(`[${jsonEvent('"subject":"a"')},${other()}]`);
    const wrong = batch(`[${jsonEvent('"subject":"a"')},${other('"subject":"a"')}]`);
    expectSaid(ask(BATCH_ARRAY, right, ...told), 'kept');
    expectSaid(ask(BATCH_ARRAY, wrong, ...told), 'broken', 'subject of another event');
  });

  test('is judged where the batch is in JSON, and readable', () => {
    expectSaid(capture(BATCH_ARRAY, batch(`[${jsonEvent()}]`)), 'kept');
    expectSaid(capture(BATCH_ARRAY, batch(jsonEvent())), 'broken');
    expectSaid(capture(BATCH_ARRAY, batch('x')), 'broken');
    const avro = { 'content-type': 'application/cloudevents-batch+avro' };
    expectSaid(capture(BATCH_ARRAY, message(avro, 'x')), 'silent', 'no batch in JSON');
    expectSaid(ask(BATCH_ARRAY, message(avro, Uint8Array.of(0xff), 'batch'), ...two), 'silent', 'not UTF-8');
  });
});

describe('one event', () => {
  test('does not come out as a batch', () => {
    expectSaid(ask(BATCH_INDICATED, structured(), event()), 'kept');
    const type = { 'content-type': 'application/cloudevents+json' };
    expectSaid(ask(BATCH_INDICATED, message(type, `[${jsonEvent()}]`, 'structured'), event()), 'broken');
    const label = { 'content-type': 'application/cloudevents-batch+json' };
    expectSaid(ask(BATCH_INDICATED, structured('', label), event()), 'broken');
  });

  test('shows nothing where it is not JSON, or was captured', () => {
    const type = { 'content-type': 'application/cloudevents+json' };
    expectSaid(ask(BATCH_INDICATED, message(type, 'x', 'structured'), event()), 'silent');
    expectSaid(capture(BATCH_INDICATED, structured()), 'silent');
  });
});
