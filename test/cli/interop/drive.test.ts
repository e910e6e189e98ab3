import { describe, expect, test } from 'vitest';
import { drive } from '../../../src/cli/interop/drive.js';
import { type Participant, referenceParticipant } from '../../../src/cli/interop/participant.js';
import { plain } from '../../../src/generate/telling/telling.js';
import type { Told } from '../../../src/report/interop/build-interop.js';

const told: readonly Told[] = [
  { name: 'one', origin: 'telling', events: [plain()] },
  { name: 'two', origin: 'telling', events: [plain({ id: 'a' }), plain({ id: 'b' })] },
];

const reference = referenceParticipant();
const named = (
  id: string,
  rest: Partial<Participant['subject']> = {},
  change: Partial<Participant> = {},
): Participant => ({
  ...reference,
  ...change,
  subject: { ...reference.subject, id, ...rest },
});
const driven = (
  participants: readonly Participant[],
  onProgress: (done: number, total: number) => void = () => undefined,
) => drive(participants, told, { signal: new AbortController().signal, onProgress });

test('everybody is asked what fits and what both claim', async () => {
  const seen = await driven([
    reference,
    named('reader', { encodes: [], decodes: ['structured'] }),
    named('writer', { encodes: ['batch'], decodes: [] }),
  ]);
  expect(
    seen.map(({ encoder, mode, event, decoded }) => `${event} ${mode} ${encoder} to ${[...decoded.keys()]}`),
  ).toEqual([
    'one binary reference to reference',
    'one structured reference to reference,reader',
    'one batch reference to reference',
    'one batch writer to reference',
    'two batch reference to reference',
    'two batch writer to reference',
  ]);
});

test('whoever refuses to write is read by nobody', async () => {
  let asked = 0;
  const refusing = named('refusing', {}, { encode: async () => ({ kind: 'refused', reason: 'no' }) });
  const reader = named(
    'reader',
    { encodes: [] },
    { decode: async () => ({ kind: 'refused', reason: String(++asked) }) },
  );
  const seen = await driven([refusing, reader]);
  expect(seen.every(({ encoded, decoded }) => encoded.kind === 'refused' && decoded.size === 0)).toBe(true);
  expect(asked).toBe(0);
});

test('progress counts every exchange', async () => {
  const steps: string[] = [];
  await driven([reference, named('other')], (done, total) => steps.push(`${done}/${total}`));
  // Four questions of two encoders, each read by two.
  expect(steps.at(-1)).toBe('24/24');
  expect(steps).toHaveLength(8);
});

describe('an interruption', () => {
  test('keeps what was seen', async () => {
    const abort = new AbortController();
    const many = Array.from(
      { length: 200 },
      (_, at): Told => ({ name: `e${at}`, origin: 'generated', events: [plain({ id: `e${at}` })] }),
    );
    const stopping = named(
      'stopping',
      {},
      {
        encode: async (events, mode) => {
          if (events[0]?.attributes.get('id') === 'e20') abort.abort();
          return reference.encode(events, mode);
        },
      },
    );
    const seen = await drive([reference, stopping], many, { signal: abort.signal, onProgress: () => undefined });
    expect(seen.length).toBeGreaterThan(60);
    expect(seen.length).toBeLessThan(200);
    expect(seen.every(({ encoded }) => encoded.kind === 'message')).toBe(true);
  });

  test('before the first question sees nothing', async () => {
    expect(await drive([reference], told, { signal: AbortSignal.abort(), onProgress: () => undefined })).toEqual([]);
  });
});
