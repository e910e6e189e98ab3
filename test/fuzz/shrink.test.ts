import { describe, expect, it } from 'vitest';
import { aimsOf } from '../../src/fuzz/aims.js';
import { draw } from '../../src/fuzz/draw.js';
import { type Drawn, shrink } from '../../src/fuzz/shrink.js';
import type { Trial } from '../../src/fuzz/trial.js';
import { event, events, symptom } from './helpers/trials.js';

const SYMPTOM = symptom();
const aims = aimsOf({ decodes: ['http-structured', 'http-binary'], encodes: [], evaluates: false });
const [any] = aims;
const damage = aims.find(({ name }) => name === 'damage@http-structured');
if (any === undefined || damage === undefined) throw new Error('there is no aim');

/** The smallest trial for which this holds, and the attempts it took. */
async function shrunk(drawn: Drawn, holds: (trial: Trial) => boolean, attempts = 1500) {
  let tried = 0;
  const { trial } = await shrink(drawn, SYMPTOM, {
    attempts,
    isOver: () => false,
    show: async (one) => {
      tried += 1;
      return holds(one) ? SYMPTOM : undefined;
    },
  });
  return { trial, tried };
}

const hasExtensions = (trial: Trial): boolean => trial.kind === 'events' && (trial.events[0]?.attributes.size ?? 0) > 6;

describe('shrink', () => {
  it('gets to the same from any trial that was drawn', async () => {
    let met = 0;
    for (let index = 0; index < 40 && met < 8; index++) {
      const drawn = draw(any.arbitrary, 3, index);
      if (!hasExtensions(drawn.trial)) continue;
      met += 1;
      const { trial } = await shrunk(drawn, hasExtensions);
      if (trial.kind !== 'events') expect.fail(trial.kind);
      expect(trial.writings).toHaveLength(1);
      expect(trial.events[0]?.attributes.size).toBe(7);
      expect(trial.events[0]?.data).toBeUndefined();
    }
    expect(met).toBe(8);
  });

  it('needs not know what a trial was drawn from', async () => {
    const { trial } = await shrunk({ trial: events(event({ subject: 'x', ext: 1 }), 'http-binary') }, () => true);
    expect(trial).toEqual(events(event(), 'http-binary'));
  });

  it('gives what it was given where nothing smaller shows it', async () => {
    const drawn = draw(any.arbitrary, 3, 5);
    expect((await shrunk(drawn, () => false)).trial).toEqual(drawn.trial);
  });

  it('makes so many attempts and no more; of damage along the choices that drew it as well', async () => {
    const drawn = draw(any.arbitrary, 3, 5);
    expect((await shrunk(drawn, () => false, 10)).tried).toBe(10);
    const damaged = draw(damage.arbitrary, 3, 5);
    expect((await shrunk(damaged, () => false, 5)).tried).toBe(10);
  });

  it('leaves the one step of damage that it takes', async () => {
    const isNested = (trial: Trial): boolean =>
      trial.kind === 'mutation' && trial.mutation.steps.some(({ kind }) => kind === 'nest');
    let index = 0;
    while (!isNested(draw(damage.arbitrary, 3, index).trial)) index += 1;
    const { trial } = await shrunk(draw(damage.arbitrary, 3, index), isNested);
    if (trial.kind !== 'mutation') expect.fail(trial.kind);
    expect(trial.mutation).toMatchObject({ steps: [{ kind: 'nest' }], delivery: {} });
    expect(trial.mutation.steps).toHaveLength(1);
    expect(trial.event).toEqual(event());
  });
});
