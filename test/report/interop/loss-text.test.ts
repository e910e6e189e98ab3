import { describe, expect, test } from 'vitest';
import { lossText } from '../../../src/report/interop/loss-text.js';
import type { Loss } from '../../../src/report/interop/types.js';

const text = (loss: Loss) => lossText(loss, 'enc', 'dec');

describe('what was lost', () => {
  test.each<[Loss, string, readonly (readonly [string, string])[]]>([
    [
      { kind: 'attribute', name: 'subject', change: 'changed', told: '"a"', seen: '"b"', wrote: 'b', side: 'open' },
      'subject changed',
      [
        ['told', '"a"'],
        ['came out', '"b"'],
        ['written', 'b'],
      ],
    ],
    [
      { kind: 'attribute', name: 'ext', change: 'lost', told: '7', side: 'open' },
      'extension lost',
      [
        ['named', 'ext'],
        ['told', '7'],
      ],
    ],
    [{ kind: 'data', change: 'added', seen: 'JSON null', side: 'open' }, 'data added', [['came out', 'JSON null']]],
    [{ kind: 'count', told: 2, seen: 1, side: 'open' }, '2 told, 1 came out', []],
    [{ kind: 'refused', by: 'encoder', reason: 'r', side: 'encoder' }, 'refused by enc', [['because', 'r']]],
    [{ kind: 'refused', by: 'decoder', reason: 'r', side: 'open' }, 'refused by dec', [['because', 'r']]],
    [{ kind: 'failed', by: 'decoder', code: 'closed', message: 'm', side: 'open' }, 'dec failed', [['because', 'm']]],
    [
      { kind: 'failed', by: 'encoder', code: 'timeout', message: 'm', side: 'encoder' },
      'enc failed',
      [['because', 'm']],
    ],
  ])('%j', (loss, what, shown) => {
    expect(text(loss)).toMatchObject({ what, shown });
  });
});

describe('whose fault it is', () => {
  const loss = { kind: 'data', change: 'lost' } as const;
  test.each<[Loss, string]>([
    [{ ...loss, side: 'encoder' }, 'enc writes it so that the reference does not read what was told'],
    [{ ...loss, side: 'decoder' }, 'dec does not read it from the reference either'],
    [
      { ...loss, side: 'both' },
      'enc does not get it across to the reference, and dec does not read it from the reference',
    ],
    [{ ...loss, side: 'open' }, 'neither loses it with the reference, so it is open whose fault it is'],
    [{ ...loss, side: 'encoder', unencoded: true }, 'enc writes header values without percent-encoding'],
    [{ kind: 'refused', by: 'encoder', reason: '', side: 'encoder' }, 'the event that enc was asked to write is valid'],
  ])('%j', (one, blame) => {
    expect(text(one).blame).toBe(blame);
  });
});
