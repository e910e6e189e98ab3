import { describe, expect, test } from 'vitest';
import { binaryRule, modeOf } from '../../../../../suites/emission/rules/broker/binary-rule.js';
import {
  isEventInLines,
  linesByAttribute,
  shownLine,
  shownValue,
} from '../../../../../suites/emission/rules/broker/lines.js';
import { KEPT } from '../../../../../suites/emission/say.js';
import { binaryPublish, binaryRecord, record, structuredRecord } from '../../broker-examples.js';
import { ask, capture, event, expectSaid } from '../../examples.js';

const RULE = binaryRule('kafka.bin.value', 'kafka', () => KEPT);

describe('a rule of binary mode', () => {
  test('looks at events in binary mode alone', () => {
    expectSaid(ask(RULE, binaryRecord(), event()), 'kept');
    expectSaid(ask(RULE, { ...structuredRecord(), mode: 'binary' }, event()), 'silent', 'in structured mode');
    expectSaid(ask(RULE, binaryRecord()), 'silent', 'no event was asked for');
  });

  test('looks at captured messages that hold an event', () => {
    expectSaid(capture(RULE, binaryRecord({ ce_id: undefined })), 'kept');
    expectSaid(capture(RULE, record({ ce_id: 'one', ce_type: 't' }, '')), 'silent', 'holds no event');
  });

  test('takes an event within an event for data', () => {
    const type = 'application/cloudevents+json';
    const { message } = binaryRecord({ 'content-type': type });
    expect(modeOf(message, event({ datacontenttype: type }))).toBe('binary');
    expect(modeOf(message, event())).toBe('structured');
  });
});

describe('lines', () => {
  test('are those of the binding, and repeated ones count once', () => {
    const { message } = binaryRecord({ ce_x: ['a', 'a', 'b'], 'ce-y': 'c', CE_Z: 'd' });
    expect([...linesByAttribute(message)].slice(4)).toEqual([['x', ['a', 'b']]]);
    expect(linesByAttribute(binaryPublish().message).get('id')).toEqual(['one']);
  });

  test('are an event by three of the four that every event carries', () => {
    expect(isEventInLines(binaryRecord({ ce_id: undefined }).message)).toBe(true);
    expect(isEventInLines(binaryRecord({ ce_id: undefined, ce_type: undefined }).message)).toBe(false);
  });

  test('are shown as text, or in hexadecimal', () => {
    const { message } = binaryRecord();
    expect(shownLine(message, 'x', undefined)).toEqual({ ce_x: null });
    expect(shownLine(message, 'x', ['\xc3\xa9'])).toEqual({ ce_x: 'é' });
    expect(shownLine(message, 'x', ['a', '\xe9'])).toEqual({ ce_x: ['a', 'e9 (hexadecimal)'] });
    expect(shownValue('a'.repeat(500))).toHaveLength(401);
  });
});
