import { beforeAll, describe, expect, it } from 'vitest';
import type { Suite } from '../../src/engine/suite.js';
import { NULL_ADAPTERS } from '../../src/reference/adapter/null-adapters.js';
import { type Fault, fault } from '../../src/reference/fault.js';
import { NULL_FILTERS } from '../../src/reference/null-filters.js';
import { type NullOutcome, nullAdapter, nullFilter, nullTarget } from '../../src/reference/null-runs.js';
import { NULL_TARGETS } from '../../src/reference/nulls.js';
import { type SelftestOptions, type SelftestResult, selftest } from '../../src/reference/selftest.js';
import { ALL_STAGES, type Step, type StepOutcome, stagesOf, takeStep } from '../../src/reference/steps.js';
import { loadSuite } from '../../suites/suite.js';

const suite = loadSuite();
const never = new AbortController().signal;

const loseType: Fault = fault('core.attr.minimal/lost-type', 'loses the type', {
  outcome: (outcome) =>
    outcome.kind === 'events'
      ? {
          ...outcome,
          events: outcome.events.map((event) => ({
            ...event,
            attributes: new Map([...event.attributes].filter(([name]) => name !== 'type')),
          })),
        }
      : outcome,
});

const harmless = fault('core.id.nonempty/none', 'does nothing wrong', {});
const elsewhere: Fault = { ...loseType, name: 'http.dec.bad-utf8/elsewhere', requirement: 'http.dec.bad-utf8' };
const closed = NULL_TARGETS.filter(({ name }) => name === 'closed-port');
const options: SelftestOptions = { suite, faults: [loseType, harmless, elsewhere], nulls: closed, signal: never };

describe('selftest', () => {
  const steps: [number, number, string][] = [];
  const outcomes = new Map<Step['subject'], StepOutcome>();
  let result: SelftestResult;
  beforeAll(async () => {
    const take = async (step: Step): Promise<StepOutcome> => {
      const outcome = await takeStep(step, { suite, signal: never, spec: '1.0.2' });
      outcomes.set(step.subject, outcome);
      return outcome;
    };
    result = await selftest({ ...options, crew: { size: 1, take }, onProgress: (...step) => steps.push(step) });
  });

  function taken({ subject }: Step): StepOutcome {
    const outcome = outcomes.get(subject);
    if (outcome === undefined) throw new Error(`${subject.name} was not taken before`);
    return outcome;
  }

  it('finds the reference conformant, with nothing unexpected', () => {
    const { reference } = result;
    expect(reference.unexpected).toEqual([]);
    expect(reference.verdict).toBe('conformant');
    // What a producer sends on its own account is captured, and asked for by nobody.
    expect(reference.cases).toBe(suite.cases.filter(({ task }) => task !== 'capture').length);
  });

  it('kills a fault by the cases of its own requirement, and counts the requirement as proven', () => {
    const [mutant] = result.mutants;
    expect(mutant).toMatchObject({ name: loseType.name, killed: true });
    expect(mutant?.killers.every((id) => id.startsWith('core.attr.minimal/'))).toBe(true);
    expect(mutant?.also).not.toContain('core.attr.minimal');
    expect(result.unproven).not.toContain('core.attr.minimal');
  });

  it('lets a fault survive that changes nothing, and leaves its requirement unproven', () => {
    expect(result.mutants[1]).toMatchObject({ name: harmless.name, killed: false, killers: [], also: [] });
    expect(result.unproven).toContain('core.id.nonempty');
  });

  it('does not count a kill by another requirement than its own', () => {
    expect(result.mutants[2]).toMatchObject({ name: elsewhere.name, killed: false });
    expect(result.mutants[2]?.also).toContain('core.attr.minimal');
    expect(result.unproven).toContain('http.dec.bad-utf8');
  });

  it('tells each step', () => {
    const names = [...ALL_STAGES, ...options.faults, ...closed].map(({ name }) => name);
    expect(steps).toEqual(names.map((name, done) => [done, names.length, name]));
  });

  it('runs the reference where it is told to, and then misses nothing of what is elsewhere', async () => {
    const begun: string[] = [];
    const [fault] = options.faults;
    if (fault === undefined) throw new Error('there is no fault');
    const take = async (step: Step): Promise<StepOutcome> => {
      begun.push(step.subject.name);
      return taken(step);
    };
    const stages = stagesOf(fault);
    const some = { ...options, stages, faults: [fault], nulls: [], crew: { size: 1, take } };
    const { reference } = await selftest(some);
    expect(stages.length).toBeGreaterThan(0);
    expect(stages.length).toBeLessThan(ALL_STAGES.length);
    expect(begun).toEqual([...stages, fault].map(({ name }) => name));
    expect(reference).toMatchObject({ verdict: 'conformant', unexpected: [] });
    expect(reference.cases).toBeLessThan(result.reference.cases);
  });

  it('says the same where many hands take the steps, in whatever order they end', async () => {
    const held: (() => void)[] = [];
    // The last one to be begun is the first to end.
    const take = async (step: Step): Promise<StepOutcome> => {
      await new Promise<void>((resolve) => {
        held.unshift(resolve);
        if (held.length === outcomes.size) for (const release of held) release();
      });
      return taken(step);
    };
    expect(await selftest({ ...options, crew: { size: outcomes.size, take } })).toEqual(result);
  });

  it('has outcomes that another thread can hand over', () => {
    for (const outcome of outcomes.values()) expect(structuredClone(outcome)).toEqual(outcome);
  });

  it('passes on a fault of its own instead of taking it for a refusal', async () => {
    const broken: Suite = {
      ...suite,
      baseline: () => {
        throw new Error('no baseline');
      },
    };
    await expect(selftest({ ...options, suite: broken })).rejects.toThrow('no baseline');
  });
});

/** Every badge that its reports could give is asked for; a null target that is never reached gives no report. */
function expectNoGreenBadge({ verdict, badges }: NullOutcome): void {
  if (verdict !== 'unreachable') expect(badges.length).toBeGreaterThan(0);
  for (const { message, color } of badges) {
    expect(message).toMatch(/^\d+\/\d+ MUST, /);
    expect(['red', 'lightgrey']).toContain(color);
  }
}

describe('null targets', () => {
  it.each(NULL_TARGETS.map((target) => [target.name, target] as const))('%s fools nobody', async (_, target) => {
    const outcome = await nullTarget(target, { suite, spec: '1.0.2', signal: never });
    expect(outcome).toMatchObject({ name: target.name, passed: [], fooled: false });
    expect(outcome.verdict).not.toBe('conformant');
    expectNoGreenBadge(outcome);
  });
});

describe('null adapters', () => {
  it.each(NULL_ADAPTERS.map((target) => [target.name, target] as const))('%s fools nobody', async (_, target) => {
    const outcome = await nullAdapter(target, { suite, spec: '1.0.2', signal: never });
    expect(outcome).toMatchObject({ name: target.name, passed: [], fooled: false });
    expect(outcome.verdict).not.toBe('conformant');
    expectNoGreenBadge(outcome);
  });
});

describe('null filters', () => {
  it.each(NULL_FILTERS.map((target) => [target.name, target] as const))('%s fools nobody', async (_, target) => {
    const outcome = await nullFilter(target, { suite, spec: '1.0.2', signal: never });
    expect(outcome).toMatchObject({ name: target.name, passed: [], fooled: false });
    expect(outcome.verdict).not.toBe('conformant');
    expectNoGreenBadge(outcome);
  });

  it('are refused in a selftest as well', async () => {
    const nulls = NULL_FILTERS.filter(({ name }) => name === 'filter-refuses');
    const [target] = nulls;
    if (target === undefined) throw new Error('there is no such filter');
    const step = { kind: 'null', subject: target } as const;
    expect(await takeStep(step, { suite, signal: never, spec: '1.0.2' })).toMatchObject({
      kind: 'null',
      outcome: { name: 'filter-refuses', verdict: 'nonconformant', fooled: false },
    });
  });
});
