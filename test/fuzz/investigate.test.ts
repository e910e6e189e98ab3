import { describe, expect, it } from 'vitest';
import type { Examined } from '../../src/fuzz/examine.js';
import { type InvestigateOptions, type Investigation, investigate } from '../../src/fuzz/investigate.js';
import type { Trial } from '../../src/fuzz/trial.js';
import { chance } from '../../src/reference/chance.js';
import { event, events, symptom } from './helpers/trials.js';

const SYMPTOM = symptom();
const START = events(event({ subject: 'x+y', ext: 'a', time: '1999-01-01T00:00:00Z' }));

const hasPlus = (trial: Trial): boolean =>
  trial.kind === 'events' && trial.events.some(({ attributes }) => String(attributes.get('subject')).includes('+'));

interface Tried extends Investigation {
  readonly attempts: number;
}

/** Looks into a symptom that a target shows whenever this says so, given how many trials are under way at once. */
async function lookInto(
  shows: (trial: Trial, together: number) => boolean,
  options: Partial<InvestigateOptions> = {},
): Promise<Tried> {
  let [attempts, together] = [0, 0];
  const attempt = async (trial: Trial): Promise<Examined> => {
    attempts += 1;
    together += 1;
    await Promise.resolve();
    const isShown = shows(trial, together);
    await Promise.resolve();
    together -= 1;
    return { symptoms: isShown ? [SYMPTOM] : [], answered: [], evidence: [] };
  };
  const investigation = await investigate({ trial: START }, SYMPTOM, [], { ...WHOLE, attempt, ...options });
  if (investigation === undefined) throw new Error('nothing was found out');
  return { ...investigation, attempts };
}

const WHOLE = { effort: 'whole', isSteady: false, isEnded: () => false, now: () => 0 } as const;

/** Looks into what shows whenever this says so, until so many attempts were made: the run is ended then, and nothing shows any more. */
async function cutShort(
  after: number,
  shows: (trial: Trial, together: number) => boolean = hasPlus,
): Promise<Investigation | undefined> {
  let [left, together] = [after, 0];
  const isEnded = (): boolean => left <= 0;
  const attempt = async (trial: Trial): Promise<Examined> => {
    together += 1;
    await Promise.resolve();
    const isShown = !isEnded() && shows(trial, together);
    left -= 1;
    together -= 1;
    return { symptoms: isShown ? [SYMPTOM] : [], answered: [], evidence: [] };
  };
  return investigate({ trial: START }, SYMPTOM, [], { ...WHOLE, attempt, isEnded });
}

describe('investigate', () => {
  it('shrinks what comes every time', async () => {
    const found = await lookInto(hasPlus);
    expect(found).toMatchObject({ kind: 'reliable', again: { hits: 3, of: 3 }, symptom: SYMPTOM });
    expect(found.trial).toEqual(events(event({ subject: '+' })));
  });

  it('leaves what never comes again as it is', async () => {
    const found = await lookInto(() => false);
    expect(found).toMatchObject({ kind: 'flaky', trial: START, again: { hits: 0 } });
    expect(found).not.toHaveProperty('beside');
  });

  it('tells how often comes what comes now and then', async () => {
    const isDue = chance(0.5, 'half of the times');
    const found = await lookInto(() => isDue());
    expect(found.kind).toBe('flaky');
    expect(found.trial).toEqual(START);
    expect(found.again.hits).toBeGreaterThan(0);
    expect(found.again.hits).toBeLessThan(found.again.of);
  });

  it.each([1, 3, 7])('shrinks what comes only beside %i others, and tells how many', async (beside) => {
    const found = await lookInto((trial, together) => together > beside && hasPlus(trial));
    expect(found).toMatchObject({ kind: 'beside', beside, again: { hits: 8, of: 8 } });
    expect(found.trial).toEqual(events(event({ subject: '+' })));
  });

  it('does not take for that what comes by chance, of which a crowd has many', async () => {
    for (const share of [0.01, 0.05, 0.1, 0.2, 0.3])
      for (let seed = 0; seed < 12; seed++) {
        const isDue = chance(share, `${share} ${seed}`);
        const { kind } = await lookInto(() => isDue());
        expect(kind, `a share of ${share}, seed ${seed}`).toBe('flaky');
      }
  });

  it('asks once more alone about what came by chance before', async () => {
    const found = await lookInto(() => false, { effort: 'short' });
    expect(found).toMatchObject({ kind: 'flaky', again: { hits: 0, of: 1 } });
    expect(found.attempts).toBe(1);
  });

  it('does not shrink into another symptom', async () => {
    const other = symptom({ class: 'lost', names: [] });
    const attempt = async (trial: Trial): Promise<Examined> => ({
      symptoms: [hasPlus(trial) ? SYMPTOM : other],
      answered: [],
      evidence: [],
    });
    const found = await investigate({ trial: START }, SYMPTOM, [], { ...WHOLE, attempt });
    expect(found).toMatchObject({ kind: 'reliable', symptom: SYMPTOM });
    expect(found?.trial).toEqual(events(event({ subject: '+' })));
  });

  it('takes no step that shows it once and not again', async () => {
    let seen = new Set<string>();
    const found = await lookInto((trial) => {
      if (hasPlus(trial)) return true;
      const key = JSON.stringify(trial.kind === 'events' && trial.events.map(({ attributes }) => [...attributes]));
      const isNew = !seen.has(key);
      seen = seen.add(key);
      return isNew;
    });
    expect(found).toMatchObject({ kind: 'reliable' });
    expect(found.trial).toEqual(events(event({ subject: '+' })));
  });

  it('asks for each step once where nothing came by chance so far', async () => {
    const [steady, unsteady] = [await lookInto(hasPlus, { isSteady: true }), await lookInto(hasPlus)];
    expect(steady.trial).toEqual(unsteady.trial);
    expect(steady.attempts).toBeLessThan(unsteady.attempts);
  });

  it('ends shrinking when it has taken long enough, with what it has', async () => {
    let time = 0;
    const found = await lookInto(hasPlus, {
      now: () => {
        time += 15_000;
        return time;
      },
    });
    expect(found.kind).toBe('reliable');
    expect(found.attempts).toBeLessThan(20);
  });
});

describe('investigate, where the run is ended meanwhile', () => {
  it.each([0, 1, 2])('has found nothing out after %i attempts', async (after) => {
    expect(await cutShort(after)).toBeUndefined();
  });

  it('keeps what came every time, though it was shrunk no further', async () => {
    expect(await cutShort(3)).toMatchObject({ kind: 'reliable', trial: START, again: { hits: 3, of: 3 } });
  });

  it('keeps the smallest that the target has shown until then', async () => {
    const found = await cutShort(12);
    expect(found).toMatchObject({ kind: 'reliable', again: { hits: 3, of: 3 } });
    expect(found?.trial).not.toEqual(START);
    expect(found && hasPlus(found.trial)).toBe(true);
  });

  it('tells nothing about what comes by chance: it was not asked often enough', async () => {
    const isDue = chance(0.5, 'half of the times');
    expect(await cutShort(8, () => isDue())).toBeUndefined();
  });

  it('keeps what was shown to come beside others alone', async () => {
    const crowded = (_: Trial, together: number): boolean => together > 1;
    // One alone, eight rounds of two, and as many alone that show nothing.
    const [before, after] = [await cutShort(1 + 16 + 31, crowded), await cutShort(1 + 16 + 32 + 3, crowded)];
    expect(before).toBeUndefined();
    expect(after).toMatchObject({ kind: 'beside', beside: 1, again: { hits: 8, of: 8 } });
  });
});
