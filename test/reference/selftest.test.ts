import { describe, expect, it } from 'vitest';
import type { Suite } from '../../src/engine/suite.js';
import { NULL_ADAPTERS } from '../../src/reference/adapter/null-adapters.js';
import { type Fault, fault } from '../../src/reference/fault.js';
import { NULL_FILTERS } from '../../src/reference/null-filters.js';
import { nullAdapter, nullFilter, nullTarget } from '../../src/reference/null-runs.js';
import { NULL_TARGETS } from '../../src/reference/nulls.js';
import { type SelftestResult, selftest } from '../../src/reference/selftest.js';
import { OTHER_MODES, STAGES, WHOLE_ADAPTER } from '../../src/reference/stages.js';
import { loadSuite } from '../../suites/suite.js';

const suite = loadSuite();
const never = new AbortController().signal;
const start = (faults: readonly Fault[], over: Suite = suite): Promise<SelftestResult> =>
  selftest({ suite: over, faults, nulls: [], signal: never });

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

describe('selftest', () => {
  it('finds the reference conformant, with nothing unexpected', async () => {
    const { reference } = await start([]);
    expect(reference.unexpected).toEqual([]);
    expect(reference.verdict).toBe('conformant');
    // What a producer sends on its own account is captured, and asked for by nobody.
    expect(reference.cases).toBe(suite.cases.filter(({ task }) => task !== 'capture').length);
  });

  it('kills a fault by the cases of its own requirement, and counts the requirement as proven', async () => {
    const { mutants, unproven } = await start([loseType]);
    const [mutant] = mutants;
    expect(mutant?.killed).toBe(true);
    expect(mutant?.killers.every((id) => id.startsWith('core.attr.minimal/'))).toBe(true);
    expect(mutant?.also).not.toContain('core.attr.minimal');
    expect(unproven).not.toContain('core.attr.minimal');
  });

  it('lets a fault survive that changes nothing, and leaves its requirement unproven', async () => {
    const { mutants, unproven } = await start([fault('core.attr.minimal/none', 'does nothing wrong', {})]);
    expect(mutants).toMatchObject([{ killed: false, killers: [], also: [] }]);
    expect(unproven).toContain('core.attr.minimal');
  });

  it('does not count a kill by another requirement than its own', async () => {
    const { mutants } = await start([{ ...loseType, requirement: 'http.dec.bad-utf8' }]);
    expect(mutants[0]?.killed).toBe(false);
    expect(mutants[0]?.also).toContain('core.attr.minimal');
  });

  it('tells each step', async () => {
    const steps: [number, number, string][] = [];
    await selftest({
      suite,
      faults: [loseType],
      nulls: NULL_TARGETS.filter(({ name }) => name === 'closed-port'),
      signal: never,
      onProgress: (...step) => steps.push(step),
    });
    const names = [...STAGES, ...OTHER_MODES, WHOLE_ADAPTER].map(({ name }) => name);
    expect(steps).toEqual([...names, loseType.name, 'closed-port'].map((name, done) => [done, names.length + 2, name]));
  });

  it('passes on a fault of its own instead of taking it for a refusal', async () => {
    const broken: Suite = {
      ...suite,
      baseline: () => {
        throw new Error('no baseline');
      },
    };
    await expect(start([], broken)).rejects.toThrow('no baseline');
  });
});

describe('null targets', () => {
  it.each(NULL_TARGETS.map((target) => [target.name, target] as const))('%s fools nobody', async (_, target) => {
    const outcome = await nullTarget(target, { suite, spec: '1.0.2', signal: never });
    expect(outcome).toMatchObject({ name: target.name, passed: [], fooled: false });
    expect(outcome.verdict).not.toBe('conformant');
  });
});

describe('null adapters', () => {
  it.each(NULL_ADAPTERS.map((target) => [target.name, target] as const))('%s fools nobody', async (_, target) => {
    const outcome = await nullAdapter(target, { suite, spec: '1.0.2', signal: never });
    expect(outcome).toMatchObject({ name: target.name, passed: [], fooled: false });
    expect(outcome.verdict).not.toBe('conformant');
  });
});

describe('null filters', () => {
  it.each(NULL_FILTERS.map((target) => [target.name, target] as const))('%s fools nobody', async (_, target) => {
    const outcome = await nullFilter(target, { suite, spec: '1.0.2', signal: never });
    expect(outcome).toMatchObject({ name: target.name, passed: [], fooled: false });
    expect(outcome.verdict).not.toBe('conformant');
  });

  it('are refused in a selftest as well', async () => {
    const nulls = NULL_FILTERS.filter(({ name }) => name === 'filter-refuses');
    const result = await selftest({ suite, faults: [], nulls, signal: never });
    expect(result.nulls).toMatchObject([{ name: 'filter-refuses', verdict: 'nonconformant', fooled: false }]);
  });
});
