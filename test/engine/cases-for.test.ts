import { describe, expect, it } from 'vitest';
import { casesFor, casesOfTasks } from '../../src/engine/cases-for.js';
import { OBSERVATIONS } from '../../src/engine/observed.js';
import { tinyCases, vector } from './tiny-suite.js';

const BAD = vector('core.bad', { event: { set: { source: '' } }, validation: 'refused', watch: ['source'] });
const { expect: _, ...unexpected } = BAD;
const cases = tinyCases([vector('core.good'), unexpected], { 'core.bad': { code: 'soft', level: 'info' } });
const [good, bad] = cases;

describe('casesOfTasks', () => {
  it('keeps those of the tasks, in their order', () => {
    const [one, two] = cases;
    if (one === undefined || two === undefined) throw new Error('two cases');
    const mixed = [{ ...one, task: 'encode' as const }, two, { ...two, task: 'forward' as const }];
    expect(casesOfTasks(mixed, ['forward', 'encode'], ['http'])).toEqual([mixed[0], mixed[2]]);
    expect(casesOfTasks(mixed, [], ['http'])).toEqual([]);
  });
});

describe('casesFor', () => {
  it('are the very same for who does not claim to validate', () => {
    expect(casesFor(cases, { validates: false, validOnly: false }, 'adapter')).toBe(cases);
  });

  it.each(OBSERVATIONS)('judge invalid input of who does, seen by %s', (observation) => {
    const [same, strict] = casesFor(cases, { validates: true, validOnly: false }, observation);
    expect(same).toBe(good);
    expect(strict).toMatchObject({ id: bad?.id, validation: true, level: 'must', requirement: { level: 'must' } });
    expect(strict?.validity !== undefined).toBe(observation === 'adapter');
  });

  it('leave what is read alone for who claims to write valid events only', () => {
    expect(casesFor(cases, { validates: false, validOnly: true }, 'adapter')).toEqual(cases);
  });
});
