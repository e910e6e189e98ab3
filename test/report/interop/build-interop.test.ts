import { describe, expect, test } from 'vitest';
import { json, plain, text } from '../../../src/generate/telling/telling.js';
import { buildInterop, fits } from '../../../src/report/interop/build-interop.js';
import type { Cell, Interop } from '../../../src/report/interop/types.js';
import {
  altered,
  type Behaviour,
  decodeAsReference,
  events,
  inputOf,
  message,
  subject,
  told,
} from './helpers/inputs.js';

const one = plain({ subject: 's', datacontenttype: 'application/json' }, json({ a: 1 }));

const DROPS_SUBJECT: Behaviour = { encode: ([event]) => message(altered(event ?? one, { subject: undefined })) };
const UPPER_CASE: Behaviour = {
  decode: (received) => {
    const decoded = decodeAsReference(received);
    if (decoded.kind !== 'events') return decoded;
    return events(
      ...decoded.events.map((event) => altered(event, { id: String(event.attributes.get('id')).toUpperCase() })),
    );
  },
};

function cell(built: Interop, encoder: string, decoder: string, mode = 'binary'): Cell {
  const row = built.modes.find((table) => table.mode === mode)?.rows.find((candidate) => candidate.encoder === encoder);
  const found = row?.cells.find((candidate) => candidate.decoder === decoder);
  if (found === undefined) throw new Error(`no cell ${encoder} ${decoder}`);
  return found;
}

describe('programs without a fault', () => {
  const built = buildInterop(inputOf({ a: {}, b: {} }, [told('one', one), told('two', plain())]));

  test('keep everything, in every pair', () => {
    const cells = built.modes.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    expect(cells).toHaveLength(9);
    expect(new Set(cells.map(({ outcome, kept, of }) => `${outcome} ${kept}/${of}`))).toEqual(new Set(['kept 2/2']));
    expect(built.causes).toEqual([]);
  });

  test('have the order of the subjects, in rows and in columns', () => {
    const [table] = built.modes;
    expect(table?.rows.map(({ encoder }) => encoder)).toEqual(['reference', 'a', 'b']);
    expect(table?.rows[1]?.cells.map(({ decoder }) => decoder)).toEqual(['reference', 'a', 'b']);
  });

  test('need no copy of the events', () => {
    expect(built.events).toEqual([
      { name: 'one', origin: 'telling', lost: 0 },
      { name: 'two', origin: 'telling', lost: 0 },
    ]);
  });
});

describe('a fault of an encoder', () => {
  const built = buildInterop(
    inputOf({ good: {}, drops: DROPS_SUBJECT }, [told('with subject', one), told('without', plain())]),
  );

  test('is lost in its row alone, on its side', () => {
    for (const decoder of ['reference', 'good', 'drops']) {
      expect(cell(built, 'drops', decoder)).toEqual({
        decoder,
        outcome: 'lost',
        kept: 1,
        of: 2,
        lost: [
          {
            event: 'with subject',
            losses: [{ kind: 'attribute', name: 'subject', change: 'lost', told: '"s"', side: 'encoder' }],
          },
        ],
      });
      expect(cell(built, 'good', decoder).outcome).toBe('kept');
    }
  });

  test('is one cause, with all who saw it', () => {
    expect(built.causes).toEqual([
      {
        side: 'encoder',
        subjects: ['drops'],
        what: 'subject lost',
        modes: ['binary'],
        events: ['with subject'],
        partners: ['reference', 'good', 'drops'],
        example: expect.objectContaining({ event: 'with subject', encoder: 'drops', decoder: 'reference' }),
      },
    ]);
  });

  test('leaves a copy of the event that was lost', () => {
    expect(built.events).toEqual([
      {
        name: 'with subject',
        origin: 'telling',
        lost: 3,
        events: [expect.objectContaining({ data: { json: { a: 1 } } })],
      },
      { name: 'without', origin: 'telling', lost: 0 },
    ]);
  });
});

describe('a fault of a decoder', () => {
  const built = buildInterop(inputOf({ good: {}, upper: UPPER_CASE, drops: DROPS_SUBJECT }, [told('one', one)]));

  test('is lost in its column alone, on its side', () => {
    for (const encoder of ['reference', 'good', 'upper']) {
      expect(cell(built, encoder, 'upper').lost[0]?.losses).toEqual([
        {
          kind: 'attribute',
          name: 'id',
          change: 'changed',
          told: '"told-1"',
          seen: '"TOLD-1"',
          wrote: 'told-1',
          side: 'decoder',
        },
      ]);
    }
    expect(cell(built, 'upper', 'good').outcome).toBe('kept');
  });

  test('stands beside that of the encoder, where two faults meet', () => {
    expect(
      cell(built, 'drops', 'upper').lost[0]?.losses.map((loss) => `${'name' in loss ? loss.name : ''} ${loss.side}`),
    ).toEqual(['id decoder', 'subject encoder']);
    expect(built.causes.map(({ subjects, what }) => `${subjects} ${what}`).sort()).toEqual([
      'drops subject lost',
      'upper id changed',
    ]);
  });
});

test('what both do wrong is a cause on either side', () => {
  const both: Behaviour = {
    ...DROPS_SUBJECT,
    decode: (received) => {
      const decoded = decodeAsReference(received);
      return decoded.kind === 'events'
        ? events(...decoded.events.map((event) => altered(event, { subject: undefined })))
        : decoded;
    },
  };
  const built = buildInterop(inputOf({ both }, [told('one', one)]));
  expect(cell(built, 'both', 'both').lost[0]?.losses[0]?.side).toBe('both');
  expect(built.causes.map(({ side, partners }) => `${side} with ${partners}`)).toEqual([
    'decoder with reference,both',
    'encoder with reference,both',
  ]);
});

test('what neither does alone is open, and names both', () => {
  // Each reads its own spelling and that of the reference.
  const odd: Behaviour = { encode: ([event]) => message(altered(event ?? one, { time: '2018-04-05t17:31:00z' })) };
  const picky: Behaviour = {
    decode: (received) =>
      received.headers.some(([, value]) => value.includes('t17'))
        ? { kind: 'refused', reason: 'no T' }
        : decodeAsReference(received),
  };
  const timed = altered(one, { time: '2018-04-05T17:31:00Z' });
  const built = buildInterop(inputOf({ odd, picky }, [told('time', timed)]));
  expect(cell(built, 'odd', 'picky').lost[0]?.losses).toEqual([
    { kind: 'refused', by: 'decoder', reason: 'no T', side: 'open' },
  ]);
  expect(built.causes).toMatchObject([{ side: 'open', subjects: ['odd', 'picky'], partners: [] }]);
});

describe('modes', () => {
  const batch = told('batch', one, altered(one, { id: '2' }));
  const input = inputOf({ a: {} }, [told('one', one), batch], ['binary', 'structured', 'batch']);

  test('hold one event, but for batch', () => {
    expect(fits(batch, 'binary')).toBe(false);
    expect(fits(batch, 'batch')).toBe(true);
    expect(fits({ events: [] }, 'structured')).toBe(false);
  });

  test('are asked about what fits', () => {
    const built = buildInterop(input);
    expect(built.modes.map(({ mode }) => `${mode} ${cell(built, 'a', 'a', mode).of}`)).toEqual([
      'binary 1',
      'structured 1',
      'batch 2',
    ]);
  });

  test('that somebody lacks are no loss', () => {
    const built = buildInterop({
      ...input,
      subjects: [subject('reference', ['binary', 'batch']), subject('a', ['batch'], { encodes: ['binary'] })],
    });
    expect(built.modes.map(({ mode, rows }) => `${mode}: ${rows.map(({ encoder }) => encoder)}`)).toEqual([
      'binary: reference,a',
      'batch: reference',
    ]);
    expect(cell(built, 'reference', 'a')).toEqual({ decoder: 'a', outcome: 'none', kept: 0, of: 0, lost: [] });
    expect(built.causes).toEqual([]);
  });
});

describe('what was not asked', () => {
  const input = inputOf({ a: {}, drops: DROPS_SUBJECT }, [told('first', one), told('second', one)]);

  test('is counted apart, and is no loss', () => {
    const [first] = input.observations;
    const built = buildInterop({
      ...input,
      observations: input.observations.filter(({ event }) => event === first?.event),
    });
    expect(cell(built, 'a', 'a')).toEqual({ decoder: 'a', outcome: 'kept', kept: 1, of: 1, notAsked: 1, lost: [] });
    expect(cell(built, 'drops', 'a')).toMatchObject({ outcome: 'lost', kept: 0, of: 1, notAsked: 1 });
  });

  test('at all is open', () => {
    const built = buildInterop({ ...input, observations: [] });
    expect(cell(built, 'a', 'a')).toEqual({ decoder: 'a', outcome: 'open', kept: 0, of: 0, notAsked: 2, lost: [] });
  });

  test('by a program that gave up is the same', () => {
    const gone = inputOf({ a: { decode: () => ({ kind: 'not-asked' }) } }, [told('one', one)]);
    expect(cell(buildInterop(gone), 'reference', 'a').outcome).toBe('open');
  });
});

test('text and JSON of one meaning are the same data', () => {
  const behaviour: Behaviour = { decode: () => events({ ...one, data: text('{"a":1}') }) };
  expect(cell(buildInterop(inputOf({ a: behaviour }, [told('one', one)])), 'reference', 'a').outcome).toBe('kept');
});

test('equal inputs give equal bytes', () => {
  const input = () => buildInterop(inputOf({ upper: UPPER_CASE, drops: DROPS_SUBJECT }, [told('one', one)]));
  expect(JSON.stringify(input())).toBe(JSON.stringify(input()));
});
