import { describe, expect, test } from 'vitest';
import { referenceParticipant } from '../../../src/cli/interop/participant.js';
import { toldEvents } from '../../../src/cli/interop/told-events.js';
import { plain } from '../../../src/generate/telling/telling.js';
import { fits, MODES } from '../../../src/report/interop/build-interop.js';
import { gapsOf } from '../../../src/report/interop/gaps.js';

const reference = referenceParticipant();

describe('the reference', () => {
  test('has all modes', () => {
    expect(reference.subject).toMatchObject({ id: 'reference', encodes: MODES, decodes: MODES });
    expect(reference.gaveUp()).toBeUndefined();
  });

  test.each(MODES)('loses nothing of any told event in %s mode', async (mode) => {
    for (const { name, events } of (await toldEvents('reference', 200)).filter((one) => fits(one, mode))) {
      const encoded = await reference.encode(events, mode);
      const decoded = encoded.kind === 'message' ? await reference.decode(encoded.message, mode) : undefined;
      expect({ name, gaps: gapsOf(events, encoded, decoded) }).toEqual({ name, gaps: [] });
    }
  });

  test('refuses to write what is no event', async () => {
    expect(await reference.encode([plain({ id: '' })], 'binary')).toMatchObject({ kind: 'refused' });
  });

  test('tells what it read of an invalid event, rather than that it is one', async () => {
    const message = {
      headers: [
        ['ce-id', ''],
        ['ce-type', 't'],
      ] as const,
      body: new Uint8Array(),
    };
    expect(await reference.decode(message, 'binary')).toEqual({
      kind: 'events',
      events: [
        {
          attributes: new Map([
            ['id', ''],
            ['type', 't'],
          ]),
        },
      ],
    });
    expect(await reference.decode({ headers: [], body: new Uint8Array() }, 'binary')).toEqual({
      kind: 'refused',
      reason: 'no header begins with ce-',
    });
  });
});
