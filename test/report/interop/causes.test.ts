import { describe, expect, test } from 'vitest';
import { causesOf, type Seen } from '../../../src/report/interop/causes.js';
import type { Gap } from '../../../src/report/interop/gaps.js';
import { showGap } from '../../../src/report/interop/show-gap.js';
import type { Blame } from '../../../src/report/interop/side.js';

const SUBJECT: Gap = { kind: 'attribute', name: 'subject', change: 'lost', told: 's' };

const seen = (rest: Partial<Omit<Seen, 'loss'>> & { readonly blame?: Blame } = {}): Seen => {
  const { gap = SUBJECT, blame = { side: 'encoder' }, ...place } = rest;
  return {
    gap,
    loss: { ...showGap(gap, undefined), ...blame },
    mode: 'binary',
    event: 'e',
    encoder: 'a',
    decoder: 'b',
    ...place,
  };
};
const refused = (reason: string, event = reason): Seen =>
  seen({ gap: { kind: 'refused', by: 'encoder', reason }, event });

test('nothing seen has no cause', () => {
  expect(causesOf([])).toEqual([]);
});

describe('one cause', () => {
  test('gathers events, modes and partners, each once', () => {
    const all = [seen(), seen({ event: 'f' }), seen({ mode: 'batch' }), seen({ decoder: 'c' }), seen({ decoder: 'c' })];
    expect(causesOf(all)).toEqual([
      {
        side: 'encoder',
        subjects: ['a'],
        what: 'subject lost',
        modes: ['binary', 'batch'],
        events: ['e', 'f'],
        partners: ['b', 'c'],
        example: { mode: 'binary', event: 'e', encoder: 'a', decoder: 'b', loss: seen().loss },
      },
    ]);
  });

  test('is that of extensions of one type, whatever their names are', () => {
    const extension = (name: string, told: string | number): Seen =>
      seen({ gap: { kind: 'attribute', name, change: 'lost', told } });
    expect(causesOf([extension('a', 'x'), extension('b', 'y'), extension('c', 7)]).map(({ what }) => what)).toEqual([
      'string extension lost',
      'Integer extension lost',
    ]);
  });

  test('is a refusal with the same words, whatever the values are', () => {
    const causes = causesOf([
      refused('bad time: "2018"'),
      refused('bad time: "2019-1"'),
      refused('the header ce-a is bad'),
      refused('the header ce-b1 is bad'),
    ]);
    expect(causes.map(({ events }) => events.length)).toEqual([2, 2]);
  });
});

test('what decoders say of one encoder\u2019s message is one cause', () => {
  const of = (decoder: string, reason: string): Seen =>
    seen({ decoder, gap: { kind: 'refused', by: 'decoder', reason } });
  const causes = causesOf([of('b', 'no header'), of('c', 'cannot be read')]);
  expect(causes.map(({ what, partners }) => [what, partners])).toEqual([['its message is refused', ['b', 'c']]]);
});

describe('several causes', () => {
  test('are two sides, two subjects, two things and two ways to write', () => {
    const all = [
      seen(),
      seen({ blame: { side: 'decoder' } }),
      seen({ encoder: 'c' }),
      seen({ gap: { ...SUBJECT, change: 'changed' } as Gap }),
      seen({ blame: { side: 'encoder', unencoded: true } }),
      seen({ blame: { side: 'open' } }),
    ];
    expect(
      causesOf(all).map(({ side, subjects, what, unencoded = false }) => `${side} ${subjects} ${what} ${unencoded}`),
    ).toEqual([
      'encoder a subject lost false',
      'decoder b subject lost false',
      'encoder c subject lost false',
      'encoder a subject changed false',
      'encoder a subject lost true',
      'open a,b subject lost false',
    ]);
  });

  test('are those of either side, where both lose it', () => {
    expect(
      causesOf([seen({ blame: { side: 'both' } })]).map(({ side, subjects, partners }) => [side, subjects, partners]),
    ).toEqual([
      ['encoder', ['a'], ['b']],
      ['decoder', ['b'], ['a']],
    ]);
  });

  test('stand in the order of how many events they lose', () => {
    const all = [seen({ encoder: 'few' }), seen({ encoder: 'many' }), seen({ encoder: 'many', event: 'f' })];
    expect(causesOf(all).map(({ subjects }) => subjects[0])).toEqual(['many', 'few']);
  });
});
