// Each rule can say no: every fault of a producer breaks a vector of its own requirement. What else it breaks is listed in
// the snapshot, so that a change of a rule that accuses more than it should is seen.
import { describe, expect, test } from 'vitest';
import { carriersOf } from '../../../src/engine/carriers.js';
import { DOCUMENTS } from '../../../src/engine/requirement.js';
import { FAMILIES } from '../../../src/reference/fault.js';
import { FAULTS } from '../../../src/reference/faults/index.js';
import { EMISSION_RULES } from '../../../suites/emission/rules/index.js';
import { loadRegistry } from '../../../suites/registry.js';
import { encodeVectors, onReference } from './on-reference.js';

const EMIT_FAULTS = FAULTS.filter(({ role }) => role === 'producer');
const vectors = DOCUMENTS.flatMap(encodeVectors);
const broken = new Map(
  EMIT_FAULTS.map((fault) => {
    const own = FAMILIES[fault.family].flatMap((binding) => carriersOf([binding]));
    const failed = onReference(vectors, [fault], own).filter(({ judgement: { status } }) => status === 'fail');
    return [fault, new Set(failed.map(({ requirement }) => requirement))] as const;
  }),
);

describe('faults of producers', () => {
  test('have names of their own', () => {
    expect(new Set(EMIT_FAULTS.map(({ name }) => name)).size).toBe(EMIT_FAULTS.length);
  });

  test.each(EMIT_FAULTS)('$name breaks its own requirement', (fault) => {
    expect([...(broken.get(fault) ?? [])]).toContain(fault.requirement);
  });

  test('break others as listed', async () => {
    const lines = EMIT_FAULTS.map((fault) => {
      const others = [...(broken.get(fault) ?? [])].filter((requirement) => requirement !== fault.requirement).sort();
      return `${fault.name}: ${others.length === 0 ? 'nothing else' : others.join(', ')}\n`;
    });
    await expect(lines.join('')).toMatchFileSnapshot('__snapshots__/collateral.txt');
  });

  test('break every requirement of producers that has a rule and is a must or a should', () => {
    const { requirements } = loadRegistry();
    const hit = new Set([...broken.values()].flatMap((ids) => [...ids]));
    const ruled = EMISSION_RULES.map(({ requirement }) => requirement).filter((id) =>
      ['must', 'should'].includes(requirements.get(id)?.level ?? ''),
    );
    expect(ruled.length).toBeGreaterThan(70);
    expect(ruled.filter((id) => !hit.has(id))).toEqual([]);
  });

  test('are there for every must that has a rule', () => {
    const { requirements } = loadRegistry();
    const own = new Set(EMIT_FAULTS.map(({ requirement }) => requirement));
    const musts = EMISSION_RULES.filter(({ requirement }) => requirements.get(requirement)?.level === 'must');
    expect(musts.map(({ requirement }) => requirement).filter((id) => !own.has(id))).toEqual([]);
  });
});
