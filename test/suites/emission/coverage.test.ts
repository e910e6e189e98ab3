// Every requirement of producers has a vector, or a written reason why not; and every vector is written as it should be.
import { describe, expect, test } from 'vitest';
import { EMISSION_RULES, STREAM_RULES } from '../../../suites/emission/rules/index.js';
import { loadRegistry } from '../../../suites/registry.js';
import { encodeVectors } from './on-reference.js';

const { requirements } = loadRegistry();

describe.each(['json', 'http'])('what %s asks of producers', (document) => {
  const vectors = encodeVectors(document);
  const asked = [...requirements.values()].filter(
    ({ id, role }) => id.startsWith(`${document}.`) && role === 'producer',
  );
  const covered = new Set(vectors.map(({ requirement }) => requirement));

  test('has a vector or a reason why not, and never both', () => {
    const open = asked.filter(({ id, withoutCase }) => covered.has(id) === (withoutCase !== undefined));
    expect(open.map(({ id }) => id)).toEqual([]);
    expect(asked).toHaveLength(24);
  });

  test('is asked of nobody but producers, and of all', () => {
    const strangers = [...covered].filter((id) => !['producer', 'any'].includes(requirements.get(id)?.role ?? ''));
    expect(strangers).toEqual([]);
  });

  test('has a rule over the mode of each vector', () => {
    const modeOf = (carrier: string): string => carrier.replace('http-', '');
    const lacking = vectors.flatMap(({ requirement, variant, carriers }) => {
      const rule = EMISSION_RULES.find((each) => each.requirement === requirement);
      const without = carriers.filter((carrier) => !rule?.modes.some((mode) => mode === modeOf(carrier)));
      return without.map((carrier) => `${requirement}/${variant}@${carrier}`);
    });
    expect(lacking).toEqual([]);
  });

  test('has vectors with names of their own, that rest on vectors that are there', () => {
    const ids = vectors.map(({ requirement, variant }) => `${requirement}/${variant}`);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = vectors.flatMap(({ requires = [] }) => requires.map((id) => id.replace(/^\+|@.*$/g, '')));
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('rules', () => {
  test('stand for requirements that exist, one for each', () => {
    for (const rules of [EMISSION_RULES, STREAM_RULES]) {
      const ids = rules.map(({ requirement }) => requirement);
      expect(ids.filter((id) => !requirements.has(id))).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('of json and http have vectors', () => {
    const covered = new Set(
      ['json', 'http'].flatMap((document) => encodeVectors(document)).map((vector) => vector.requirement),
    );
    const own = EMISSION_RULES.map(({ requirement }) => requirement).filter((id) => /^(?:json|http)\./.test(id));
    expect(own.filter((id) => !covered.has(id))).toEqual([]);
  });
});
