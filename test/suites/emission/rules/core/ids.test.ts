import { describe, expect, test } from 'vitest';
import { ID_UNIQUE, ID_UNIQUE_STREAM } from '../../../../../suites/emission/rules/core/ids.js';
import { batch, event, headers, kind, message, object } from './messages.js';

const over = (...emitted: Parameters<typeof ID_UNIQUE_STREAM.check>[0]) => ID_UNIQUE_STREAM.check(emitted).kind;

describe('core.id.unique over everything that was captured', () => {
  test('another event with the same source and id breaks it', () => {
    expect(over(object({ data: 1 }), object({ data: 2 }))).toBe('broken');
    expect(over(object(), object({ type: 'org.example.other' }))).toBe('broken');
    expect(over(object(), object({ subject: 'x' }))).toBe('broken');
    expect(over(headers(), object({ id: 'two' }), headers({ 'ce-dataschema': 'urn:a:b' }))).toBe('broken');
    expect(over(batch({ data: 1 }, { data: 2 }))).toBe('broken');
  });

  test('the same event sent again is no other', () => {
    expect(over(object({ id: 'two' }), object({ data: 1 }), object({ data: 1 }))).toBe('kept');
    expect(over(object({ data: 1 }), object({ data: 1 }))).toBe('silent');
  });

  test('what a sender adds to each attempt makes no other event', () => {
    const again = object({ traceparent: 'b', time: '2024-02-29T12:34:57Z' });
    expect(over(object({ traceparent: 'a', time: '2024-02-29T12:34:56Z' }), again)).toBe('silent');
  });

  test('the same event in another mode is no other', () => {
    const binary = message(
      [
        ['ce-specversion', '1.0'],
        ['ce-id', 'one'],
        ['ce-source', '/conform'],
        ['ce-type', 'org.example.conform'],
        ['Content-Type', 'application/json'],
      ],
      '{"a": 1}',
    );
    expect(over(binary, object({ data: { a: 1 } }))).toBe('silent');
    expect(over(binary, object({ datacontenttype: 'application/json', data: { a: 2 } }))).toBe('broken');
  });

  test('another source, or another id, keeps it', () => {
    expect(over(object({ data: 1 }), object({ data: 2, source: '/other' }))).toBe('kept');
    expect(over(object({ id: 'a' }), headers({ 'ce-id': 'A' }))).toBe('kept');
  });

  test('nothing, one event and events without an id show nothing', () => {
    expect(over()).toBe('silent');
    expect(over(object())).toBe('silent');
    expect(over(object({ id: '', data: 1 }), object({ id: '', data: 2 }))).toBe('silent');
    expect(over(object({ id: undefined, data: 1 }), object({ id: undefined, data: 2 }))).toBe('silent');
    expect(over(message([], 'x'), object())).toBe('silent');
  });
});

describe('core.id.unique within a batch', () => {
  const one = event({ id: undefined }, { kind: 'json', value: 1 });
  const two = event({ id: undefined }, { kind: 'json', value: 2 });

  test('one id that was made for two events breaks it', () => {
    expect(kind(ID_UNIQUE, batch({ id: 'made', data: 1 }, { id: 'made', data: 2 }), one, two)).toBe('broken');
    expect(kind(ID_UNIQUE, batch({ id: 'a', data: 1 }, { id: 'b', data: 2 }), one, two)).toBe('kept');
  });

  test('ids that came to be the same break it', () => {
    expect(
      kind(ID_UNIQUE, batch({ id: 'a', data: 1 }, { id: 'a', data: 2 }), event({ id: 'a' }), event({ id: 'A' })),
    ).toBe('broken');
  });

  test('who was asked for the same id twice is not blamed', () => {
    expect(kind(ID_UNIQUE, batch({ data: 1 }, { data: 2 }), event(), event())).toBe('silent');
  });

  test('captured, the batch speaks for itself', () => {
    expect(kind(ID_UNIQUE, batch({ data: 1 }, { data: 2 }))).toBe('broken');
    expect(kind(ID_UNIQUE, batch({ id: 'a' }, { id: 'b' }))).toBe('kept');
    expect(kind(ID_UNIQUE, batch({}))).toBe('silent');
  });
});
