import { describe, expect, it } from 'vitest';
import { CARRIERS } from '../../../src/engine/carriers.js';
import type { CloudEvent } from '../../../src/event/types.js';
import { validate } from '../../../src/event/validate.js';
import { aimsOf } from '../../../src/fuzz/aims.js';
import { draw } from '../../../src/fuzz/draw.js';
import { smallerTrials } from '../../../src/fuzz/smaller/smaller-trials.js';
import type { EventsTrial, Trial } from '../../../src/fuzz/trial.js';
import { toTrialJson } from '../../../src/fuzz/trial-json.js';
import { PLAIN } from '../../../src/generate/writing/types.js';
import { eventsIn } from '../helpers/events-in.js';
import { event, events, violation, writing } from '../helpers/trials.js';
import { descend, endsAlways, firstOf } from './helpers/descents.js';

const key = (trial: Trial): string => JSON.stringify(toTrialJson(trial));

const isValid = ({ attributes }: CloudEvent): boolean =>
  validate({ attributes: new Map([...attributes, ['id', `t${String(attributes.get('id'))}`]]) }, '1.0.2').length === 0;

/** More events than one, or none, can be written in batch mode alone. */
const isWritable = (trial: Trial): boolean =>
  trial.kind !== 'events' ||
  (trial.writings.length > 0 &&
    (trial.events.length === 1 || trial.writings.every(({ form }) => form.mode === 'batch')));

const aims = aimsOf({ decodes: CARRIERS, encodes: CARRIERS, evaluates: true });
/** Of every twelfth aim, and of those of which there are few. */
const drawn = aims.flatMap(({ name, arbitrary }, at) =>
  at % 12 === 0 || /^(?:encode|expression|damage)/.test(name) ? [draw(arbitrary, 5, at).trial] : [],
);

const anyEvents = (trial: Trial): trial is EventsTrial => trial.kind === 'events';

describe('smallerTrials', () => {
  it('are of the same kind, valid and writable, and others than the trial that they are made of', () => {
    expect(new Set(drawn.map(({ kind }) => kind)).size).toBe(5);
    for (const trial of drawn)
      for (const one of firstOf(smallerTrials(trial), 40)) {
        expect(one.kind).toBe(trial.kind);
        expect(eventsIn(one).every(isValid) && isWritable(one), key(one)).toBe(true);
        expect(key(one)).not.toBe(key(trial));
      }
  });

  it('end soon where every step shows it', () => {
    for (const trial of drawn) descend(trial, smallerTrials, () => true, 400);
  });

  it('get to one plain event in one plain writing', () => {
    for (const trial of drawn.filter(anyEvents)) {
      const { smallest } = descend<Trial>(trial, smallerTrials, (one) => anyEvents(one) && one.events.length === 1);
      if (!anyEvents(smallest)) expect.fail('another kind');
      if (trial.events.length === 0) continue;
      expect(smallest.events).toEqual([event()]);
      expect(smallest.writings.map(({ spelling }) => spelling)).toEqual([PLAIN]);
      expect(smallest).not.toHaveProperty('again');
    }
  });

  it('end, whichever steps are taken', () => {
    const spelt = writing('http-batch', { order: 4, style: 'wide', escapes: 'needless', names: 'mixed', pieces: 3 });
    expect(
      endsAlways<Trial>({ ...events(event({ subject: 'b' }), spelt), again: true }, smallerTrials, key),
    ).toBeGreaterThan(20);
    expect(endsAlways<Trial>(events(event(), 'http-batch', 'http-binary', 'http-structured'), smallerTrials, key)).toBe(
      7,
    );
    expect(
      endsAlways<Trial>(events([event({ id: 'a' }), event({ id: 'a' }), event()], 'http-batch'), smallerTrials, key),
    ).toBeGreaterThan(5);
    const four = ['a', 'b', '', ''].map((id) => event({ id }));
    expect(endsAlways<Trial>(events(four, 'http-batch'), smallerTrials, key)).toBeGreaterThan(10);
  });

  it('leave the number of events of a batch that it takes, in few attempts', () => {
    const many = Array.from({ length: 300 }, (_, at) => event({ id: `id ${at}`, subject: `+${at}`, ext: at }));
    const { smallest, attempts } = descend<Trial>(
      events(many, 'http-batch'),
      smallerTrials,
      (one) => eventsIn(one).length > 16,
    );
    expect(eventsIn(smallest)).toEqual(Array.from({ length: 17 }, () => event()));
    expect(attempts).toBeLessThan(1500);
  });

  it('leave two events that have to be there, wherever they stand', () => {
    const many = Array.from({ length: 40 }, (_, at) => event({ id: String(at), source: at % 20 === 7 ? '/s' : '/' }));
    const holds = (one: Trial): boolean =>
      eventsIn(one).filter(({ attributes }) => attributes.get('source') === '/s').length === 2;
    const { smallest } = descend<Trial>(events(many, 'http-batch'), smallerTrials, holds);
    expect(eventsIn(smallest)).toHaveLength(2);
  });

  it('leave the two forms that it takes', () => {
    const trial = events(event({ subject: 'x' }), 'http-structured', 'http-binary', 'http-batch', 'http-binary');
    const holds = (one: Trial): boolean =>
      anyEvents(one) && ['binary', 'batch'].every((mode) => one.writings.some(({ form }) => form.mode === mode));
    const { smallest } = descend<Trial>(trial, smallerTrials, holds);
    expect(smallest).toEqual(events(event(), 'http-batch', 'http-binary'));
  });

  it('leave the one needless spelling that it takes', () => {
    const spelt = writing('http-binary', { order: 9, style: 'wide', escapes: 'needless', names: 'mixed', pieces: 3 });
    const holds = (one: Trial): boolean =>
      anyEvents(one) && one.writings.some(({ spelling }) => spelling.escapes === 'needless');
    const { smallest } = descend<Trial>(events(event(), spelt), smallerTrials, holds);
    expect(smallest).toEqual(events(event(), writing('http-binary', { escapes: 'needless' })));
  });

  it('leave the damage of a violation as it is', () => {
    const damage = { kind: 'unset', attribute: 'id' } as const;
    const trial = violation('core.attr.missing', damage, 'http-structured', event({ subject: 'x', ext: 1 }));
    const { smallest } = descend<Trial>(trial, smallerTrials, () => true);
    expect(smallest).toEqual(violation('core.attr.missing', damage));
  });
});
