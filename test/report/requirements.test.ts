import { describe, expect, test } from 'vitest';
import type { Case } from '../../src/engine/case.js';
import type { Judgement } from '../../src/engine/judgement.js';
import type { Requirement } from '../../src/engine/requirement.js';
import type { Result } from '../../src/engine/run.js';
import type { Suite } from '../../src/engine/suite.js';
import type { SpecVersion } from '../../src/event/types.js';
import { requirementReports } from '../../src/report/requirements.js';
import { whyInconclusive } from '../../src/report/why-inconclusive.js';
import { requirement } from '../engine/tiny-suite.js';

const requirementOf = (id: string, rest: Partial<Requirement> = {}): Requirement =>
  requirement(id, {
    section: {
      '1.0.2': { document: 'core', anchor: 'old', title: 'Old Section' },
      main: { document: 'core', anchor: 'new', title: 'New Section' },
    },
    ...rest,
  });

const caseOf = (requirement: Requirement, variant: string, level: Case['level'] = requirement.level): Case => ({
  id: `${requirement.id}/${variant}@http-binary`,
  requirement,
  level,
  carrier: 'http-binary',
  task: 'decode',
  title: variant,
  needs: 'event',
  requires: [],
  events: 1,
  stimulus: () => [],
  judge: () => ({ status: 'pass' }),
});

const resultOf = (requirement: Requirement, judgement: Judgement, level?: Case['level']): Result => ({
  item: caseOf(requirement, 'x', level),
  judgement,
});

const ran = (results: readonly Result[], spec: SpecVersion) => ({
  results,
  spec,
  tasks: ['decode'] as const,
  bindings: ['http'] as const,
});

function suiteOf(requirements: readonly Requirement[], cases: readonly Case[]): Suite {
  return {
    digest: '',
    requirements: new Map(requirements.map((one) => [one.id, one])),
    positions: new Map(),
    cases,
    profiles: [],
    baseline: () => expect.fail('no baseline is asked for'),
  };
}

describe('requirements of a report', () => {
  const asked = requirementOf('core.a.asked');
  const untested = requirementOf('core.a.untested', { withoutCase: 'nothing outside shows it' });
  const forgotten = requirementOf('core.a.forgotten', { role: 'any' });
  const producer = requirementOf('core.a.producer', { role: 'producer' });
  const onlyMain = requirementOf('core.a.main', { since: 'main' });
  const all = [untested, asked, producer, onlyMain, forgotten];
  const passed = resultOf(asked, { status: 'pass' });

  test('of a whole run are all that ask something of a receiver, in the order of the registry', () => {
    expect(requirementReports(suiteOf(all, [passed.item]), ran([passed], '1.0.2'))).toEqual([
      {
        id: 'core.a.untested',
        level: 'must',
        outcome: 'open',
        cases: 0,
        reason: 'nothing outside shows it',
        document: 'core',
        section: 'Old Section',
      },
      { id: 'core.a.asked', level: 'must', outcome: 'verified', cases: 1, document: 'core', section: 'Old Section' },
      {
        id: 'core.a.forgotten',
        level: 'must',
        outcome: 'open',
        cases: 0,
        reason: 'no case asks for it',
        document: 'core',
        section: 'Old Section',
      },
    ]);
  });

  test('of a selection are those that were selected', () => {
    const suite = suiteOf(all, [passed.item, caseOf(onlyMain, 'y')]);
    expect(requirementReports(suite, ran([passed], '1.0.2')).map(({ id }) => id)).toEqual(['core.a.asked']);
  });

  test('stand in the section of the scored version', () => {
    const suite = suiteOf([asked], [passed.item]);
    expect(requirementReports(suite, ran([passed], 'main'))[0]?.section).toBe('New Section');
  });

  test('of the other version are marked, and stand in a section of theirs', () => {
    const foreign = requirementOf('core.a.foreign', {
      since: 'main',
      section: { main: { document: 'http', anchor: 'new', title: 'New Section' } },
    });
    const seen = resultOf(foreign, { status: 'observed' });
    expect(requirementReports(suiteOf([foreign], [seen.item]), ran([seen], '1.0.2'))).toEqual([
      {
        id: 'core.a.foreign',
        level: 'must',
        outcome: 'observed',
        cases: 1,
        document: 'http',
        section: 'New Section',
        unscored: true,
      },
    ]);
  });
});

describe('why nothing is decided', () => {
  const must = requirementOf('core.a.must');
  const open = (message?: string): Result =>
    resultOf(must, { status: 'inconclusive', ...(message === undefined ? {} : { message }) });

  test('the most frequent reason is told, and how many cases are open', () => {
    const results = [open('rare'), open('often'), resultOf(must, { status: 'pass' }), open('often')];
    expect(whyInconclusive(results, '1.0.2')).toBe('3 of 4 MUST cases are undecided; most often: often');
  });

  test('a single reason is the reason', () => {
    expect(whyInconclusive([open('it is hidden')], '1.0.2')).toBe('1 of 1 MUST cases are undecided; it is hidden');
    expect(whyInconclusive([open()], '1.0.2')).toBe('1 of 1 MUST cases are undecided; inconclusive');
  });

  test('equally frequent reasons: the first in the order of the suite', () => {
    expect(whyInconclusive([open('one'), open('two')], '1.0.2')).toContain('most often: one');
  });

  test('weaker rules, rules of the other version and what does not apply are no reason', () => {
    const results = [
      resultOf(must, { status: 'inconclusive', message: 'weaker' }, 'should'),
      resultOf(requirementOf('core.a.main', { since: 'main' }), { status: 'inconclusive', message: 'foreign' }),
      resultOf(must, { status: 'not-applicable', message: 'not claimed' }),
    ];
    expect(whyInconclusive(results, '1.0.2')).toBe('no MUST case applied');
    expect(whyInconclusive([...results, open('this')], '1.0.2')).toBe('1 of 1 MUST cases are undecided; this');
  });
});
