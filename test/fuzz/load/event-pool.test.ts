import { describe, expect, test } from 'vitest';
import { decodeMessage } from '../../../src/binding/decode-message.js';
import { CARRIERS, formOf } from '../../../src/engine/carriers.js';
import { validate } from '../../../src/event/validate.js';
import { createEventPool } from '../../../src/fuzz/load/event-pool.js';

const draw = createEventPool('pool', CARRIERS);
const SOME = Array.from({ length: 800 }, (_, index) => draw(index));

describe('every event', () => {
  test('is valid, in its carrier, with its token as its id', () => {
    for (const { request, token, carrier } of SOME) {
      const decoded = decodeMessage(request);
      const events = decoded.kind === 'decoded' ? decoded.value.events : [];
      expect(events.map(({ attributes }) => attributes.get('id'))).toEqual([token]);
      expect(events.flatMap((event) => validate(event, '1.0.2'))).toEqual([]);
      expect(decoded).toMatchObject({ value: { mode: formOf(carrier).mode } });
    }
  });

  test('has a token of its own', () => {
    expect(new Set(SOME.map(({ token }) => token)).size).toBe(SOME.length);
  });
});

test('the carriers take turns, and each has many different events', () => {
  expect(SOME.slice(0, 16).map(({ carrier }) => carrier)).toEqual([...CARRIERS, ...CARRIERS]);
  const sources = SOME.filter(({ carrier }) => carrier === 'http-binary').map(
    ({ expected }) => expected.attributes?.['source'],
  );
  expect(new Set(sources).size).toBeGreaterThan(50);
});

test('the events of a seed are the same whenever they are drawn, and come round again under other ids', () => {
  const one = createEventPool('pool', ['http-structured']);
  expect(createEventPool('pool', ['http-structured'])(7)).toEqual(one(7));
  expect(createEventPool('other', ['http-structured'])(7)).not.toEqual(one(7));
  const { id: first, ...rest } = one(3).expected.attributes ?? {};
  const round = Array.from({ length: 300 }, (_, index) => one(4 + index)).find(
    ({ expected: { attributes: { id: _, ...other } = {} } }) => JSON.stringify(other) === JSON.stringify(rest),
  );
  expect(round).toBeDefined();
  expect(round?.token).not.toBe(first);
});

test('there is no load without a carrier', () => {
  expect(() => createEventPool('pool', [])).toThrow('a load needs a carrier');
});
