import { expect, test } from 'vitest';
import { carriedBy, readAll, referenceReader } from '../../../../src/cli/interop/carriers/read-in-carriers.js';
import { toldEvents } from '../../../../src/cli/interop/told-events.js';
import { CARRIERS } from '../../../../src/engine/carriers.js';
import { json, plain } from '../../../../src/generate/telling/telling.js';
import { partingsOf } from '../../../../src/report/interop-carriers/compare.js';

const told = (name: string, ...events: ReturnType<typeof plain>[]) => ({ name, origin: 'telling' as const, events });
const withData = told('data', plain({}, json({ a: 1 })));

test('an event with data is written in every carrier', () => {
  expect(carriedBy([withData]).map(({ messages }) => [...messages.keys()])).toEqual([CARRIERS]);
});

test('one without is not written where the text settles no value for it', () => {
  const [carried] = carriedBy([told('none', plain())]);
  expect([...(carried?.messages.keys() ?? [])]).toEqual(CARRIERS.filter((carrier) => carrier !== 'kafka-binary'));
});

test('one that a format cannot write is written in binary modes alone', () => {
  const [carried] = carriedBy([told('mismatch', plain({ datacontenttype: 'text/plain' }, json({ a: 1 })))]);
  expect([...(carried?.messages.keys() ?? [])]).toEqual(CARRIERS.filter((carrier) => carrier.endsWith('-binary')));
});

test('batches are left out', () => {
  expect(carriedBy([told('batch', plain(), plain()), told('none')])).toEqual([]);
});

test('the reference agrees with itself on everything that it writes', async () => {
  const carried = carriedBy(await toldEvents('s', 300));
  const signal = new AbortController().signal;
  const { readings } = await readAll(referenceReader(), carried, { signal, onRead: () => undefined });
  expect(readings.size).toBe(carried.length);
  expect(
    carried.flatMap(({ told: { events, name } }) =>
      events.flatMap((event) => partingsOf(event, readings.get(name) ?? new Map())),
    ),
  ).toEqual([]);
});

test('who is interrupted reads nothing more', async () => {
  const { readings } = await readAll(referenceReader(), carriedBy([withData]), {
    signal: AbortSignal.abort(),
    onRead: () => expect.unreachable(),
  });
  expect(readings.size).toBe(0);
});
