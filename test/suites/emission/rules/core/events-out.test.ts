import { describe, expect, test } from 'vitest';
import { shownAttribute } from '../../../../../suites/emission/rules/core/attribute-rule.js';
import { attributeOf, eventsOut, lost, setAttributes } from '../../../../../suites/emission/rules/core/events-out.js';
import type { Emitted } from '../../../../../suites/emission/types.js';
import { batch, event, headers, message, object, text } from './messages.js';

const only = (emitted: Emitted, ...told: readonly ReturnType<typeof event>[]) => {
  const [first] = eventsOut(emitted, told.length === 0 ? undefined : told);
  if (first === undefined) throw new Error('no event came out');
  return first[0];
};

describe('the events that came out', () => {
  test('of headers: values are decoded, names are in lower case', () => {
    const out = only(headers({ 'CE-Subject': 'a%20b', 'Content-Type': 'text/plain; a="%20"' }));
    expect(attributeOf(out, 'subject')).toEqual({ name: 'subject', value: 'a b', raw: ['a%20b'] });
    expect(attributeOf(out, 'datacontenttype')?.value).toBe('text/plain; a="%20"');
    expect(out.where).toBe('headers');
  });

  test('of headers: repeated lines are one value, and equal ones are one line', () => {
    const out = only(headers({ 'ce-ext': 'a' }, ['ce-ext', 'b'], ['ce-id', 'one']));
    expect(attributeOf(out, 'ext')).toEqual({ name: 'ext', value: 'a, b', raw: ['a', 'b'] });
    expect(attributeOf(out, 'id')).toEqual({ name: 'id', value: 'one', raw: ['one', 'one'] });
  });

  test('of headers: what is no UTF-8 has no value, and hides nothing else', () => {
    const out = only(headers({ 'ce-ext': '%FF' }));
    expect(attributeOf(out, 'ext')?.value).toBeUndefined();
    expect(attributeOf(out, 'id')?.value).toBe('one');
  });

  test('of an object: the last of several members counts, null is unset, data is none', () => {
    const out = only(text('{"id":"a","id":"b","subject":null,"time":"x","time":null,"data":1,"data_base64":"AA=="}'));
    expect(attributeOf(out, 'id')).toEqual({ name: 'id', value: 'b', raw: ['"a"', '"b"'] });
    expect(attributeOf(out, 'time')).toBeUndefined();
    expect(setAttributes(out).map(({ name }) => name)).toEqual(['id']);
    expect(out.document).toHaveLength(7);
  });

  test('of a batch: each with what was asked for, in whatever order', () => {
    const [one, two] = [event({ id: '1' }), event({ id: '2' })];
    const found = eventsOut(batch({ id: '2' }, { id: '1' }), [one, two]);
    expect(found.map(([out, told]) => [attributeOf(out, 'id')?.value, told])).toEqual([
      ['1', one],
      ['2', two],
    ]);
  });

  test('none where a message is in another mode, or has no sign of an event', () => {
    const structured = message(
      [
        ['Content-Type', 'application/cloudevents+json'],
        ['ce-id', 'x'],
      ],
      '{}',
      'binary',
    );
    expect(eventsOut(structured, [event()])).toEqual([]);
    expect(eventsOut(message([['Content-Type', 'text/plain']], 'x', 'binary'), [event()])).toEqual([]);
    expect(eventsOut(message([['ce-type', 'x']]), undefined)).toEqual([]);
    const lines = [
      ['Content-Type', 'application/json'],
      ['ce-id', 'x'],
      ['ce-type', 'x'],
    ] as const;
    expect(eventsOut(message(lines, '{"id":"x"}', 'structured'), [event()])).toEqual([]);
    expect(eventsOut(message(lines.slice(0, 1), '{"id":"x"}', 'structured'), [event()])).toHaveLength(1);
  });

  test('an event about an event is in headers', () => {
    const type = 'application/cloudevents+json';
    const lines = [
      ['Content-Type', type],
      ['ce-id', 'x'],
    ] as const;
    expect(eventsOut(message(lines, '{}', 'binary'), [event({ datacontenttype: type })])).toHaveLength(1);
  });

  test('what was lost is told, but for a type that is implied and for what has no place', () => {
    const told = event({ ext: 'x', datacontenttype: 'application/json', data: 'x', 'no name': 'x' });
    expect(lost(only(object()), told)).toBe('ext');
    expect(lost(only(object({ ext: 'x' })), told)).toBeUndefined();
    expect(lost(only(object()), undefined)).toBeUndefined();
  });
});

describe('an attribute for a reader', () => {
  test('is its value, or its spelling, as far as it fits', () => {
    expect(shownAttribute({ name: 'a', value: 'x', raw: ['"x"'] })).toEqual({ a: 'x' });
    expect(shownAttribute({ name: 'a', value: 7, raw: ['7.0'] })).toEqual({ a: 7 });
    expect(shownAttribute({ name: 'a', value: { b: 1 }, raw: ['{"b":1}'] })).toEqual({ a: '{"b":1}' });
    expect(shownAttribute({ name: 'a', value: undefined, raw: ['%FF', '%FE'] })).toEqual({ a: '%FF, %FE' });
    expect(shownAttribute({ name: 'a', value: 'x'.repeat(1000), raw: [] })).toEqual({ a: `${'x'.repeat(400)}…` });
  });
});
