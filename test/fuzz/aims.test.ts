import { describe, expect, it } from 'vitest';
import { CARRIERS } from '../../src/engine/carriers.js';
import { validate } from '../../src/event/validate.js';
import { toWire } from '../../src/event/wire.js';
import { aimsOf } from '../../src/fuzz/aims.js';
import { draw, seedNumber } from '../../src/fuzz/draw.js';
import { createSchedule } from '../../src/fuzz/schedule.js';
import { eventsIn } from './helpers/events-in.js';

/** A single invalid event among a hundred thousand would be a false accusation. */
const MANY = 25_000;

const aims = aimsOf({ decodes: CARRIERS, encodes: CARRIERS, evaluates: true });

describe('aims', () => {
  it('draw valid events, however many', () => {
    const seed = seedNumber('aims');
    const schedule = createSchedule(aims, seed);
    const invalid: unknown[] = [];
    for (let index = 0; index < MANY; index++) {
      const { trial } = draw(schedule.next(index).arbitrary, seed, index);
      for (const event of eventsIn(trial)) if (validate(event, '1.0.2').length > 0) invalid.push(toWire(event));
    }
    expect(invalid).toEqual([]);
  }, 60_000);

  it('have names of their own, which a path can name', () => {
    expect(new Set(aims.map(({ name }) => name)).size).toBe(aims.length);
  });

  it('are none for who can be asked nothing', () => {
    expect(aimsOf({ decodes: [], encodes: [], evaluates: false })).toEqual([]);
  });
});
