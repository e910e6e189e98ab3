import { describe, expect, test } from 'vitest';
import type { Carrier } from '../../../src/engine/carriers.js';
import type { CloudEvent } from '../../../src/event/types.js';
import { plain } from '../../../src/generate/telling/telling.js';
import type { Decoded } from '../../../src/report/interop/observed.js';
import { buildCarriersInterop, type Reader } from '../../../src/report/interop-carriers/build-carriers-interop.js';
import { altered, events, RUN, told } from '../interop/helpers/inputs.js';

const CLAIMS: readonly Carrier[] = ['http-binary', 'http-structured', 'kafka-binary'];
const long = plain({ subject: 'a long one' });
const short = plain({ subject: 's' });
const REFUSED: Decoded = { kind: 'refused', reason: 'no' };

/** A subject that reads all as told, but for one carrier. */
function build(inKafka: (event: CloudEvent) => Decoded | undefined) {
  const reader: Reader = {
    id: 'x',
    sdk: 'npm x',
    name: 'x',
    version: '1',
    language: 'javascript',
    claims: CLAIMS,
    readings: new Map(
      [long, short].map((event, at) => {
        const own = inKafka(event);
        const entries: (readonly [Carrier, Decoded])[] = [
          ['http-binary', events(event)],
          ['http-structured', events(event)],
          ...(own === undefined ? [] : [['kafka-binary', own] as const]),
        ];
        return [`e${at}`, new Map(entries)];
      }),
    ),
  };
  return buildCarriersInterop({
    tool: { name: 'ce-conform', version: '0.0.0' },
    run: RUN,
    notRun: [],
    told: [told('e0', long), told('e1', short)],
    uncarried: new Map([['e0', ['kafka-binary']]]),
    readers: [reader],
  });
}

const kafka = (result: ReturnType<typeof build>) => result.subjects[0]?.carriers[2];

describe('a carrier', () => {
  test('in which all is alike counts nothing', () => {
    const result = build((event) => events(event));
    expect(result.disagreements).toEqual([]);
    expect(kafka(result)).toEqual({ carrier: 'kafka-binary', asked: 2, differing: 0, refused: 0, uncarried: 1 });
  });

  test('counts what it read otherwise and what it refused apart, and others nothing', () => {
    const result = build((event) => (event === long ? REFUSED : events(altered(event, { subject: 'S' }))));
    expect(kafka(result)).toMatchObject({ asked: 2, differing: 1, refused: 1 });
    expect(result.subjects[0]?.carriers.slice(0, 2).map(({ differing, refused }) => differing + refused)).toEqual([
      0, 0,
    ]);
  });

  test('that was not asked about an event counts it nowhere', () => {
    expect(kafka(build(() => undefined))).toMatchObject({ asked: 0, differing: 0, refused: 0 });
    expect(kafka(build(() => ({ kind: 'not-asked' })))).toMatchObject({ asked: 0, differing: 0, refused: 0 });
  });
});

describe('a disagreement', () => {
  test('stands once over all events, with the smallest', () => {
    const { disagreements } = build((event) => events(altered(event, { subject: undefined })));
    expect(disagreements).toEqual([
      {
        subject: 'x',
        what: 'subject lost',
        where: ['kafka-binary'],
        elsewhere: ['http-binary', 'http-structured'],
        events: ['e0', 'e1'],
        example: {
          event: 'e1',
          told: { attributes: Object.fromEntries(short.attributes) },
          here: 'kafka-binary',
          seen: { kind: 'attribute', name: 'subject', change: 'lost', told: '"s"' },
          there: 'http-binary',
        },
      },
    ]);
  });

  test('about attributes that nobody told stands for each of them, so that all are named', () => {
    const { disagreements } = build((event) => events(altered(event, { offset: '0', topic: 't' })));
    expect(disagreements.map(({ example, events: all }) => [example.seen, all.length])).toEqual([
      [{ kind: 'attribute', name: 'offset', change: 'added', seen: '"0"' }, 2],
      [{ kind: 'attribute', name: 'topic', change: 'added', seen: '"t"' }, 2],
    ]);
  });

  test('of most events stands first', () => {
    const { disagreements } = build((event) =>
      events(altered(event, { id: 'other', ...(event === short && { subject: undefined }) })),
    );
    expect(disagreements.map(({ what, events: all }) => [what, all.length])).toEqual([
      ['id changed', 2],
      ['subject lost', 1],
    ]);
  });
});
