import { describe, expect, test } from 'vitest';
import { encodeHttp } from '../../../src/binding/http/encode.js';
import { compareMessage, compareWire } from '../../../src/cli/adapter-check/compare-events.js';
import { binaryEvent, invalidEvent, largeEvent, plainEvent } from '../../../src/cli/adapter-check/sample-events.js';
import { validate } from '../../../src/event/validate.js';
import { toWire, type WireEvent } from '../../../src/event/wire.js';
import { encodeJsonEvent } from '../../../src/format/json.js';
import { toAdapterMessage } from '../../../src/target/adapter/adapter-message.js';

const event = plainEvent('one');
const wire = toWire(event);
const withAttributes = (change: WireEvent['attributes']): WireEvent => ({
  ...wire,
  attributes: { ...wire.attributes, ...change },
});
const without = (name: string): WireEvent => ({
  ...wire,
  attributes: Object.fromEntries(Object.entries(wire.attributes).filter(([one]) => one !== name)),
});

describe('compareWire', () => {
  test.each([
    ['as it was', wire],
    ['the time spelt anew', withAttributes({ time: '2026-01-02T03:04:05.000+00:00' })],
    ['the data as text', { ...wire, data: { text: '{ "id": "one" }' } }],
    ['the data as bytes', { ...wire, data: { base64: Buffer.from('{"id":"one"}').toString('base64') } }],
  ])('the same: %s', (_, other) => {
    expect(compareWire([event], [other])).toBeUndefined();
  });

  test.each<readonly [string, readonly WireEvent[]]>([
    ['1 event went in, 0 events came out', []],
    ['1 event went in, 2 events came out', [wire, wire]],
    ['the attribute "region" went in as "eu" and came out as nothing', [without('region')]],
    ['the attribute "more" went in as nothing and came out as 1', [withAttributes({ more: 1 })]],
    ['the attribute "id" went in as "one" and came out as true', [withAttributes({ id: true })]],
    [
      String.raw`the attribute "\u001b" went in as nothing and came out as "\u{202e}"`,
      [withAttributes({ '\u001b': '\u202e' })],
    ],
    [
      String.raw`the data went in as the JSON value "{\"id\":\"one\"}" and came out as the JSON value "null"`,
      [{ ...wire, data: { json: null } }],
    ],
    [
      String.raw`the data went in as the JSON value "{\"id\":\"one\"}" and came out as the bytes "AA==" in base64`,
      [{ ...wire, data: { base64: 'AA==' } }],
    ],
  ])('%s', (problem, events) => {
    expect(compareWire([event], events)).toBe(problem);
  });
});

const BINARY = { binding: 'http', mode: 'binary' } as const;

describe('compareMessage', () => {
  test.each(['binary', 'structured', 'batch'] as const)('%s: what our own encoder writes is read back', (mode) => {
    const events = mode === 'batch' ? [event, plainEvent('two')] : [event];
    expect(
      compareMessage(events, toAdapterMessage(encodeHttp(events, mode)), { binding: 'http', mode }),
    ).toBeUndefined();
  });

  test('a message in another mode, of no event, or of another one', () => {
    const structured = toAdapterMessage(encodeHttp([event], 'structured'));
    expect(compareMessage([event], structured, BINARY)).toBe('the message is in structured mode, asked for was binary');
    expect(compareMessage([event], { headers: [] }, BINARY)).toBe(
      'the message holds no event: no header begins with ce-',
    );
    expect(compareMessage([plainEvent('two')], structured, { binding: 'http', mode: 'structured' })).toBe(
      'the attribute "id" went in as "two" and came out as "one"',
    );
  });
});

describe('the events of a check', () => {
  test('are valid but for one', () => {
    for (const one of [event, largeEvent('large'), binaryEvent('bytes')]) expect(validate(one, '1.0.2')).toEqual([]);
    expect(validate(invalidEvent('one'), '1.0.2')).not.toEqual([]);
  });

  test('the large one has nearly 64 KiB in the JSON format, and not more', () => {
    const { length } = encodeJsonEvent(largeEvent('large'), 'compact');
    expect(length).toBeGreaterThan(65_000);
    expect(length).toBeLessThanOrEqual(65_536);
  });
});
