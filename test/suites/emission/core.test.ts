// The vectors for producers of the core document: each passes on the reference, and each fault breaks one of its own.
import { describe, expect, test } from 'vitest';
import { CORE_EMIT_FAULTS } from '../../../src/reference/faults/emit/core.js';
import { CORE_RULES } from '../../../suites/emission/rules/core.js';
import { loadRegistry } from '../../../suites/registry.js';
import { encodeVectors, onReference } from './on-reference.js';

const vectors = encodeVectors('core');
const producers = [...loadRegistry().requirements.values()].filter(
  ({ id, role }) => id.startsWith('core.') && (role === 'producer' || role === 'any'),
);
const idOf = ({ requirement, variant }: { readonly requirement: string; readonly variant: string }): string =>
  `${requirement}/${variant}`;
const byId = new Map(vectors.map((vector) => [idOf(vector), vector]));

describe('the vectors', () => {
  test('cover every requirement of producers, but those with a reason', () => {
    const asked = new Set(vectors.map(({ requirement }) => requirement));
    expect(producers.length).toBeGreaterThanOrEqual(28);
    expect(producers.filter(({ id, withoutCase }) => asked.has(id) === (withoutCase !== undefined))).toEqual([]);
  });

  test('have ids of their own', () => {
    expect(byId.size).toBe(vectors.length);
  });

  test('name a rule that speaks about each of their carriers', () => {
    const modes = new Map(CORE_RULES.map((rule) => [rule.requirement, rule.modes as readonly string[]]));
    const strays = vectors.filter(({ requirement, carriers }) =>
      carriers.some((carrier) => !modes.get(requirement)?.includes(carrier.replace('http-', ''))),
    );
    expect(strays.map(idOf)).toEqual([]);
  });

  test('have a valid twin over the same carriers where the events are invalid', () => {
    const alone = vectors.filter(({ invalid, twin, carriers }) => {
      const found = byId.get(twin ?? '');
      const isTwin = found !== undefined && !found.invalid && carriers.every((each) => found.carriers.includes(each));
      return invalid ? !isTwin : twin !== undefined;
    });
    expect(alone.map(idOf)).toEqual([]);
  });
});

describe('the faultless reference', () => {
  const results = onReference(vectors);

  test('passes every vector, and refuses what it may', () => {
    const others = results.filter(({ id, judgement: { status } }) => {
      const vector = byId.get(id.replace(/@.*$/, ''));
      const mayRefuse = vector?.invalid === true || vector?.mayRefuse === true;
      return status !== 'pass' && !(status === 'refused' && mayRefuse);
    });
    expect(others.map(({ id, judgement }) => `${judgement.status} ${id}: ${judgement.message}`)).toEqual([]);
  });

  test('refuses every invalid event', () => {
    const emitted = results.filter(
      ({ id, judgement: { status } }) => byId.get(id.replace(/@.*$/, ''))?.invalid && status !== 'refused',
    );
    expect(emitted.map(({ id }) => id)).toEqual([]);
  });
});

describe('faults', () => {
  test.each(CORE_EMIT_FAULTS)('$name breaks a vector of its own requirement', (fault) => {
    const own = vectors.filter(({ requirement }) => requirement === fault.requirement);
    expect(onReference(own, [fault]).some(({ judgement: { status } }) => status === 'fail')).toBe(true);
  });

  test('are there for every must', () => {
    const broken = new Set(CORE_EMIT_FAULTS.map(({ requirement }) => requirement));
    const musts = producers.filter(({ level, withoutCase }) => level === 'must' && withoutCase === undefined);
    expect(musts.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([]);
  });
});
