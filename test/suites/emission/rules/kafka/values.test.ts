import { describe, test } from 'vitest';
import { CT_ABSENT, DCT_HEADER, NO_TOMBSTONE, NULL_VALUE } from '../../../../../suites/emission/rules/kafka/values.js';
import { binaryRecord, IN_HEADERS, record, structuredRecord } from '../../broker-examples.js';
import { ask, capture, event, expectSaid, jsonEvent, text } from '../../examples.js';

const isNull = { isNull: true } as const;
const label = { 'content-type': 'application/cloudevents+json' };

describe('an event without data', () => {
  test('has a null value in binary mode', () => {
    expectSaid(ask(NULL_VALUE, binaryRecord({}, '', isNull), event()), 'kept');
    expectSaid(ask(NULL_VALUE, binaryRecord(), event()), 'broken', 'has a value of no bytes');
  });

  test('that has some all the same, or that has data, is another rule', () => {
    expectSaid(ask(NULL_VALUE, binaryRecord({}, 'null'), event()), 'silent', 'another rule');
    expectSaid(ask(NULL_VALUE, binaryRecord(), event({}, text(''))), 'silent', 'has data');
    expectSaid(capture(NULL_VALUE, binaryRecord()), 'silent', 'does not show');
  });

  test('is no tombstone in structured mode', () => {
    expectSaid(ask(NO_TOMBSTONE, structuredRecord(), event()), 'kept');
    expectSaid(ask(NO_TOMBSTONE, record(label, '', 'structured', isNull), event()), 'broken', 'has a null value');
    expectSaid(capture(NO_TOMBSTONE, record(label, '', undefined, isNull)), 'broken', 'has a null value');
    expectSaid(ask(NO_TOMBSTONE, record(label, '', 'structured'), event()), 'silent', 'no bytes');
    expectSaid(ask(NO_TOMBSTONE, structuredRecord(), event({}, text('a'))), 'silent', 'has data');
  });

  test('may have a null value where it came out in binary mode', () => {
    const out = record({ ...IN_HEADERS }, '', 'structured', isNull);
    expectSaid(ask(NO_TOMBSTONE, out, event()), 'silent', 'no event came out in structured mode');
  });
});

describe('the type of the data in a ce_ header', () => {
  test('is told', () => {
    expectSaid(ask(DCT_HEADER, binaryRecord(), event()), 'kept');
    expectSaid(ask(DCT_HEADER, binaryRecord({ ce_datacontenttype: 'a/b' }), event()), 'broken', 'in a ce_ header, too');
    expectSaid(capture(DCT_HEADER, binaryRecord({ ce_datacontenttype: 'a/b' })), 'broken');
  });
});

describe('the content-type of a structured record', () => {
  test('is told where it is absent', () => {
    expectSaid(ask(CT_ABSENT, structuredRecord(), event()), 'kept');
    expectSaid(ask(CT_ABSENT, structuredRecord('', { 'content-type': 'text/plain' }), event()), 'kept');
    expectSaid(ask(CT_ABSENT, record({}, jsonEvent(), 'structured'), event()), 'broken', 'has no content-type');
    expectSaid(capture(CT_ABSENT, record({}, jsonEvent())), 'broken', 'has no content-type');
  });

  test('is not looked for in binary mode', () => {
    expectSaid(ask(CT_ABSENT, record({ ...IN_HEADERS }, 'x', 'structured'), event()), 'silent');
    expectSaid(ask(CT_ABSENT, binaryRecord({}, jsonEvent()), event()), 'silent', 'was asked for');
    expectSaid(capture(CT_ABSENT, binaryRecord({}, jsonEvent())), 'silent', 'no event');
  });
});
