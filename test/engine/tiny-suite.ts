// A suite of a few cases whose every part a test can name: the baseline of each carrier, and what the test adds.

import type { Case } from '../../src/engine/case.js';
import type { Requirement } from '../../src/engine/requirement.js';
import type { Profile, Suite } from '../../src/engine/suite.js';
import { PROFILES } from '../../suites/profiles.js';
import { baselineOf, casesOf } from '../../suites/vector/case.js';
import type { BaseEvent } from '../../suites/vector/event.js';
import type { Vector } from '../../suites/vector/types.js';

export const BASE: BaseEvent = {
  attributes: {
    specversion: '1.0',
    id: '{token}',
    source: 'https://conform.example/{token}',
    type: 'org.example.conform',
    datacontenttype: 'application/json',
  },
  data: { json: { probe: '{token}' } },
};

/** A requirement of receivers, with whatever a test says of it. */
export function requirement(id: string, traits: Partial<Requirement> = {}): Requirement {
  return {
    id,
    role: 'receiver',
    level: 'must',
    code: 'pos',
    needs: ['event'],
    since: 'same',
    rule: `the rule of ${id}`,
    how: 'as it is',
    group: 'tiny',
    section: {},
    statements: { '1.0.2': [], main: [] },
    positions: [],
    ...traits,
  };
}

const [BASELINE_ID = '', PLAIN = ''] = baselineOf('http-binary').replace(/@.*$/, '').split('/');

const BASELINE_VECTOR: Vector = {
  requirement: BASELINE_ID,
  variant: PLAIN,
  title: 'the plainest event',
  carriers: ['http-binary', 'http-structured', 'http-batch'],
  expect: {
    event: { attributes: { id: '{token}', source: 'https://conform.example/{token}', type: 'org.example.conform' } },
  },
};

/** A vector over one carrier, with the subject as what it is about unless it says otherwise. */
export function vector(name: string, more: Partial<Vector> = {}): Vector {
  const [id = name, variant = 'only'] = name.split('/');
  return {
    requirement: id,
    variant,
    title: `the case ${name}`,
    carriers: ['http-structured'],
    event: { set: { subject: '{token}-subject' } },
    expect: { event: { attributes: { subject: '{token}-subject' } } },
    ...more,
  };
}

/** The cases of vectors, each with the requirement that `traits` gives it. */
export function tinyCases(
  vectors: readonly Vector[],
  traits: Readonly<Record<string, Partial<Requirement>>> = {},
): readonly Case[] {
  const ids = new Set(vectors.map(({ requirement: id }) => id));
  const requirements = new Map([...ids].map((id) => [id, requirement(id, traits[id])]));
  return vectors.flatMap((one) =>
    casesOf(one, requirements.get(one.requirement) ?? requirement(one.requirement), BASE),
  );
}

/** The baselines (which need a bare status) and the cases of `vectors`. */
export function tinySuite(
  vectors: readonly Vector[] = [],
  traits: Readonly<Record<string, Partial<Requirement>>> = {},
  profiles: readonly Profile[] = PROFILES,
): Suite {
  const cases = tinyCases([BASELINE_VECTOR, ...vectors], {
    [BASELINE_VECTOR.requirement]: { needs: ['status', 'event'] },
    ...traits,
  });
  return {
    digest: 'tiny',
    requirements: new Map(cases.map((item) => [item.requirement.id, item.requirement])),
    positions: new Map(),
    cases,
    profiles,
    baseline: (carrier) => named(cases, baselineOf(carrier)),
  };
}

/** The case of this id. Throws when there is none: a mistake of the test. */
export function named(cases: readonly Case[], id: string): Case {
  const found = cases.find((item) => item.id === id);
  if (found === undefined) throw new Error(`no case ${id} among ${cases.map((item) => item.id).join(', ')}`);
  return found;
}
