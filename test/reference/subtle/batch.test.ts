import { describe, it } from 'vitest';
import { batch, expectFault, expectUnchanged, REQUIRED, structured } from './answers.js';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `n${index}` }));

describe('json.batch.mixed/sixteen', () => {
  const name = 'json.batch.mixed/sixteen';

  it.each([17, 40])('keeps 16 of %i events', (count) => {
    expectFault(name, batch(numbered(count))).toEqual({
      status: 200,
      json: numbered(16).map((members) => ({ ...REQUIRED, ...members })),
    });
  });

  it('keeps all of 0, 1, 15 and 16', () => {
    expectUnchanged(
      name,
      [0, 1, 15, 16].map((count) => batch(numbered(count))),
    );
  });
});

describe('core.id.dedupe/id-alone', () => {
  const name = 'core.id.dedupe/id-alone';

  it('drops the second of two events of different sources', () => {
    expectFault(name, batch([{ source: '/one' }, { source: '/two' }, { id: 'b' }])).toEqual({
      status: 200,
      json: [
        { ...REQUIRED, source: '/one' },
        { ...REQUIRED, id: 'b' },
      ],
    });
  });

  it('keeps events of one source with different ids, and of any id by themselves', () => {
    expectUnchanged(name, [batch(numbered(3)), batch([{ id: 'a' }, { id: 'A' }]), structured({})]);
  });
});
