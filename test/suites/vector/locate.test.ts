import { expect, test } from 'vitest';
import type { HeaderLine } from '../../../src/binding/types.js';
import { observe } from '../../../src/engine/observe.js';
import { type Located, locate } from '../../../suites/vector/locate.js';
import type { Vector } from '../../../suites/vector/types.js';

const TOKEN = 'tabcdefghijkl';

const nested: Vector = {
  requirement: 'json.read.nested',
  variant: 'event',
  title: 'data is an event',
  carriers: ['http-structured'],
  expect: { event: { attributes: { id: TOKEN } } },
};

/** What is located when a target answers with these headers and this body. */
function located(headers: readonly HeaderLine[], body: string, vector: Vector = nested, count = 1) {
  const observed = observe({
    token: TOKEN,
    observation: 'reply',
    requests: [
      {
        method: 'POST',
        via: 'client',
        headers: [['Content-Type', 'application/cloudevents+json']],
        body: Buffer.from(eventText(TOKEN).replaceAll('":"', '" : "')),
      },
    ],
    replies: [
      {
        kind: 'response',
        response: { status: 200, reason: 'OK', headers, body: Buffer.from(body), truncated: false },
      },
    ],
    arrived: [],
    ms: 0,
  });
  return locate(vector, observed, count);
}

const INNER = `inner-${TOKEN}`;
const eventText = (id: string): string => JSON.stringify({ specversion: '1.0', id, source: '/s', type: 't' });
const STRUCTURED: HeaderLine = ['Content-Type', 'application/cloudevents+json'];
const BATCH: HeaderLine = ['Content-Type', 'application/cloudevents-batch+json'];

const twins: Vector = {
  ...nested,
  carriers: ['http-batch'],
  expect: { elements: ['/a', '/b'].map((source) => ({ attributes: { id: TOKEN, source } })) },
  batch: [{ set: { id: TOKEN } }, { set: { id: TOKEN } }],
};
const batchText = (...sources: readonly string[]): string =>
  JSON.stringify(sources.map((source) => ({ specversion: '1.0', id: TOKEN, source, type: 't' })));
const sourcesIn = (found: Located): readonly unknown[] =>
  found.kind === 'found' ? found.events.map((seen) => seen?.event.attributes.get('source')) : [found.kind];

test('an event whose id was altered is still taken for the one that was sent', () => {
  const found = located([STRUCTURED], eventText(INNER));
  expect(found.kind === 'found' && found.events.map((seen) => seen?.event.attributes.get('id'))).toEqual([INNER]);
});

test('an event inside an event that came back in binary mode is not held against the target', () => {
  const reason = 'its ce-id is not that of the event in its body';
  expect(located([['ce-id', TOKEN], STRUCTURED], eventText(INNER))).toEqual({ kind: 'unreadable', reason });
  expect(located([['ce-id', TOKEN], BATCH], `[${eventText(INNER)}]`)).toEqual({ kind: 'unreadable', reason });
});

test('headers that repeat the event in the body do no harm', () => {
  expect(located([['ce-id', TOKEN], STRUCTURED], eventText(TOKEN))).toMatchObject({ kind: 'found', surplus: 0 });
  expect(located([['CE-ID', TOKEN], BATCH], `[${eventText(TOKEN)}]`)).toMatchObject({ kind: 'found', surplus: 0 });
});

test.each([
  ['in the order they were sent in', ['/a', '/b']],
  ['turned round', ['/b', '/a']],
])('events of a batch with one id are told by their sources, %s', (_, sources) => {
  const found = located([BATCH], batchText(...sources), twins, 2);
  expect(found).toMatchObject({ kind: 'found', surplus: 0 });
  expect(sourcesIn(found)).toEqual(['/a', '/b']);
});

test('the one of them that is missing is missing, and no other stands for it', () => {
  expect(sourcesIn(located([BATCH], batchText('/b'), twins, 2))).toEqual([undefined, '/b']);
  expect(sourcesIn(located([BATCH], batchText('/a', '/other'), twins, 2))).toEqual(['/a', undefined]);
});

test('events with ids of their own are found whatever became of their sources', () => {
  const one: Vector = { ...twins, expect: { elements: [{ attributes: { id: TOKEN, source: '/a' } }] }, batch: [{}] };
  expect(sourcesIn(located([BATCH], batchText('/other'), one))).toEqual(['/other']);
});
