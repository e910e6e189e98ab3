import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameEvent } from '../../src/event/equal.js';
import type { CloudEvent, JsonValue } from '../../src/event/types.js';
import { fromWire, toWire } from '../../src/event/wire.js';
import { anyEvent } from './any-event.js';

describe('an event on the wire', () => {
  it('has its attributes in an object, and data by kind', () => {
    const attributes = new Map<string, string | number | boolean>([
      ['id', '1'],
      ['n', 5],
      ['b', false],
    ]);
    const written = (data: CloudEvent['data']) => JSON.stringify(toWire({ attributes, ...(data && { data }) }));
    const start = '{"attributes":{"id":"1","n":5,"b":false}';
    expect(written(undefined)).toBe(`${start}}`);
    expect(written({ kind: 'json', value: null })).toBe(`${start},"data":{"json":null}}`);
    expect(written({ kind: 'text', text: '' })).toBe(`${start},"data":{"text":""}}`);
    expect(written({ kind: 'binary', bytes: Uint8Array.of(0xff, 0) })).toBe(`${start},"data":{"base64":"/wA="}}`);
  });

  it('keeps names that objects give a meaning to', () => {
    const attributes = new Map([
      ['__proto__', 'p'],
      ['constructor', 'c'],
    ]);
    const text = JSON.stringify(toWire({ attributes }));
    expect(text).toBe('{"attributes":{"__proto__":"p","constructor":"c"}}');
    expect(fromWire(JSON.parse(text))).toEqual({ kind: 'event', event: { attributes } });
    expect(Object.getPrototypeOf(toWire({ attributes }).attributes)).toBeNull();
  });

  it('comes back as the same values of the same types', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const back = fromWire(JSON.parse(JSON.stringify(toWire(event))));
        expect(back.kind).toBe('event');
        if (back.kind !== 'event') return;
        expect([...back.event.attributes].sort()).toEqual([...event.attributes].sort());
        expect(back.event.data?.kind).toBe(event.data?.kind);
        expect(sameEvent(event, back.event)).toBe(true);
      }),
    );
  });

  it('may carry members that later versions add', () => {
    expect(fromWire({ attributes: {}, extra: 1 })).toEqual({ kind: 'event', event: { attributes: new Map() } });
  });
});

describe('no event on the wire is', () => {
  it.each<[JsonValue, RegExp]>([
    [null, /object attributes/],
    ['x', /object attributes/],
    [[], /object attributes/],
    [{}, /object attributes/],
    [{ attributes: [] }, /object attributes/],
    [{ attributes: null }, /object attributes/],
    [JSON.parse('{"__proto__":{"attributes":{}}}'), /object attributes/],
    [{ attributes: { a: null } }, /"a" has no scalar value/],
    [{ attributes: { a: {} } }, /"a" has no scalar value/],
    [{ attributes: { 'a\u001b': [] } }, /"a\\u001b" has no scalar value/],
    [{ attributes: {}, data: null }, /data is an object/],
    [{ attributes: {}, data: 'x' }, /data is an object/],
    [{ attributes: {}, data: [] }, /data is an object/],
    [{ attributes: {}, data: {} }, /data is an object/],
    [{ attributes: {}, data: { json: 1, text: 'x' } }, /data is an object/],
    [{ attributes: {}, data: { text: 1 } }, /data is an object/],
    [{ attributes: {}, data: { text: null } }, /data is an object/],
    [{ attributes: {}, data: { base64: null } }, /data is an object/],
    [{ attributes: {}, data: { base64: '_w==' } }, /data is an object/],
    [{ attributes: {}, data: { toString: 1 } }, /data is an object/],
  ])('%j', (json, reason) => {
    expect(fromWire(json)).toEqual({ kind: 'malformed', reason: expect.stringMatching(reason) });
  });

  it('any other JSON value, without an exception', () => {
    fc.assert(fc.property(fc.json(), (text) => ['event', 'malformed'].includes(fromWire(JSON.parse(text)).kind)));
  });
});

it('deep data goes through untouched', () => {
  const deep: JsonValue = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
  const back = fromWire({ attributes: {}, data: { json: deep } });
  expect(back.kind === 'event' && back.event.data?.kind === 'json' && back.event.data.value === deep).toBe(true);
});
