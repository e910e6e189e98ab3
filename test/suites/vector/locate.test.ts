import { expect, test } from 'vitest';
import type { HeaderLine } from '../../../src/binding/types.js';
import { observe } from '../../../src/engine/observe.js';
import { locate } from '../../../suites/vector/locate.js';
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
function located(headers: readonly HeaderLine[], body: string) {
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
  return locate(nested, observed, 1);
}

const INNER = `inner-${TOKEN}`;
const eventText = (id: string): string => JSON.stringify({ specversion: '1.0', id, source: '/s', type: 't' });
const STRUCTURED: HeaderLine = ['Content-Type', 'application/cloudevents+json'];
const BATCH: HeaderLine = ['Content-Type', 'application/cloudevents-batch+json'];

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
