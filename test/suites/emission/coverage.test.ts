// Every requirement of producers has a vector, or a written reason why not; and every vector is written as it should be.
import { describe, expect, test } from 'vitest';
import { carriersAbout } from '../../../suites/emission/captured-cases.js';
import { EMISSION_RULES, STREAM_RULES } from '../../../suites/emission/rules/index.js';
import { loadRegistry } from '../../../suites/registry.js';
import { carriersNamed } from '../../../suites/vector/carriers.js';
import { encodeVectors } from './on-reference.js';

const { requirements } = loadRegistry();

const ASKED = [
  ['json', 24],
  ['http', 24],
  ['kafka', 21],
  ['mqtt', 13],
] as const;

describe.each(ASKED)('what %s asks of producers', (document, count) => {
  const vectors = encodeVectors(document);
  const asked = [...requirements.values()].filter(
    ({ id, role }) => new RegExp(`^${document}\\d?\\.`).test(id) && role === 'producer',
  );
  const covered = new Set(vectors.map(({ requirement }) => requirement));

  test('has a vector or a reason why not, and never both', () => {
    const open = asked.filter(({ id, withoutCase }) => covered.has(id) === (withoutCase !== undefined));
    expect(open.map(({ id }) => id)).toEqual([]);
    expect(asked).toHaveLength(count);
  });

  test('is asked of nobody but producers, and of all', () => {
    const strangers = [...covered].filter((id) => !['producer', 'any'].includes(requirements.get(id)?.role ?? ''));
    expect(strangers).toEqual([]);
  });

  test('has a rule over the mode of each vector', () => {
    const lacking = vectors.flatMap(({ requirement, variant, carriers }) => {
      const rule = EMISSION_RULES.find((each) => each.requirement === requirement);
      const about = rule === undefined ? [] : carriersAbout(rule);
      const without = carriersNamed(carriers).filter((carrier) => !about.includes(carrier));
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

  test('of the format and of the bindings have vectors', () => {
    const covered = new Set(ASKED.flatMap(([document]) => encodeVectors(document)).map((vector) => vector.requirement));
    const own = EMISSION_RULES.map(({ requirement }) => requirement).filter((id) => !id.startsWith('core.'));
    expect(own.filter((id) => !covered.has(id))).toEqual([]);
  });
});
