import { describe, expect, it } from 'vitest';
import type { Observed, Reaction } from '../../src/engine/observed.js';
import { type Aim, aimsOf } from '../../src/fuzz/aims.js';
import { createTotals } from '../../src/fuzz/totals.js';
import { event, events } from './helpers/trials.js';

const aims = aimsOf({ decodes: ['http-binary'], encodes: [], evaluates: false });
const cells = aims.filter(({ cell }) => cell !== undefined);
const [large] = aims as readonly [Aim, ...Aim[]];
const [first, second] = cells as unknown as readonly [Aim, Aim];

const observed = (...reactions: readonly Reaction[]): Observed => ({
  token: 't',
  observation: 'reply',
  requests: [],
  reactions,
  outputs: [],
  answers: [],
});
const ACCEPTED = observed({ kind: 'accepted', status: 200 });
const BROKEN = observed({ kind: 'broken', failure: { code: 'reset', message: 'gone' } });

describe('createTotals', () => {
  it('counts messages by what became of them', () => {
    const totals = createTotals(aims);
    totals.answered(ACCEPTED, large);
    totals.answered(observed({ kind: 'refused', status: 400, text: '' }), first);
    totals.answered(observed({ kind: 'undecided', status: 429, reason: '' }), first);
    totals.answered(BROKEN, first);
    totals.answered(observed(), large);
    const { messages, accepted, refused, undecided, unanswered } = totals;
    expect({ messages, accepted, refused, undecided, unanswered }).toEqual({
      messages: 5,
      accepted: 1,
      refused: 1,
      undecided: 1,
      unanswered: 1,
    });
  });

  it('counts trials by their kind', () => {
    const totals = createTotals(aims);
    totals.tried(events());
    totals.tried(events(event()));
    totals.tried({ kind: 'encode', events: [], form: { binding: 'http', mode: 'binary' } });
    expect(totals.trials).toBe(3);
    expect(Object.fromEntries(totals.kinds)).toEqual({ events: 2, encode: 1 });
  });

  it('counts messages that were sent to shrink something by themselves', () => {
    const totals = createTotals(aims);
    totals.triedAgain();
    totals.triedAgain();
    expect([totals.again, totals.messages, totals.trials]).toEqual([2, 0, 0]);
  });

  it('has reached a cell when a message about it was answered', () => {
    const totals = createTotals(aims);
    expect(totals.cells()).toEqual({ reached: 0, total: cells.length });
    totals.answered(BROKEN, first);
    totals.answered(ACCEPTED, large);
    expect(totals.cells().reached).toBe(0);
    totals.answered(ACCEPTED, first);
    totals.answered(ACCEPTED, first);
    totals.answered(ACCEPTED, second);
    expect(totals.cells()).toEqual({ reached: 2, total: cells.length });
    expect(totals.perCell.slice(0, 3)).toEqual([
      { ...first.cell, messages: 2 },
      { ...second.cell, messages: 1 },
      { ...cells[2]?.cell, messages: 0 },
    ]);
    expect(totals.perCell).toHaveLength(cells.length);
  });
});
