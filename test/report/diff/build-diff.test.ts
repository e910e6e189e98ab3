// From two reports to a decision: what is a regression, what is not shown any more, and what neither is.
import { describe, expect, test } from 'vitest';
import type { Status } from '../../../src/engine/judgement.js';
import type { CaseReport, Report } from '../../../src/report/types.js';
import { diagnosticOf } from '../../cli/helpers/diagnostic.js';
import { caseOf, evidenceOf, reportOf, requirementOf, sentOf } from '../text/helpers/reports.js';
import { diffOf, diffOfCases, OTHER_SUITE, withCases } from './helpers/diffs.js';

const [A, B] = ['http.dec.once/twice@http-binary', 'core.type.str/astral@http-structured'];
const KAFKA = 'core.type.str/astral@kafka-binary';

const outcomeOf = (before: Status | Partial<CaseReport>, after: Status | Partial<CaseReport>) => {
  const { outcome, exit } = diffOfCases({ [A]: before, [B]: 'pass' }, { [A]: after, [B]: 'pass' });
  return [outcome, exit];
};

describe('the outcome', () => {
  test('is that of equal reports where nothing changed', () => {
    const { outcome, exit, compared, cases, requirements } = diffOfCases(
      { [A]: 'pass', [B]: 'fail' },
      { [A]: 'pass', [B]: 'fail' },
    );
    expect({ outcome, exit, compared, cases, requirements }).toEqual({
      outcome: 'no-regression',
      exit: 0,
      compared: { cases: 2, same: 2 },
      cases: [],
      requirements: [],
    });
  });

  test.each(['fail', 'timeout'] as const)('is a regression where a MUST that passed is a %s', (status) => {
    expect(outcomeOf('pass', status)).toEqual(['regression', 1]);
  });

  test.each(['blocked', 'inconclusive', 'not-applicable', 'not-run', 'harness-error', 'observed'] as const)(
    'is undecided where a MUST that passed is %s: unseen is not green, and not broken',
    (status) => expect(outcomeOf('pass', status)).toEqual(['undecided', 3]),
  );

  test.each([
    ['fail', 'pass'],
    ['fail', 'not-applicable'],
    ['fail', 'timeout'],
    ['blocked', 'pass'],
    ['inconclusive', 'fail'],
    ['blocked', 'inconclusive'],
  ] as const)('is none from %s to %s', (before, after) => {
    expect(outcomeOf(before, after)).toEqual(['no-regression', 0]);
  });

  test('is not decided by a SHOULD, by what is not scored, or by what is in no profile', () => {
    const other: readonly Partial<CaseReport>[] = [{ level: 'should' }, { unscored: true }, { uncounted: true }];
    for (const rest of other) {
      expect(outcomeOf({ ...rest, status: 'pass' }, { ...rest, status: 'warn' })).toEqual(['no-regression', 0]);
      expect(outcomeOf({ ...rest, status: 'pass' }, { ...rest, status: 'blocked' })).toEqual(['no-regression', 0]);
    }
  });

  test('does not get better by a profile that is left out', () => {
    expect(outcomeOf('pass', { status: 'fail', uncounted: true })).toEqual(['regression', 1]);
  });

  test('is undecided where the old report never saw a MUST hold or break', () => {
    expect(diffOfCases({ [A]: 'blocked' }, { [A]: 'pass' })).toMatchObject({ outcome: 'undecided', exit: 3 });
    expect(diffOfCases({ [A]: 'fail' }, { [A]: 'pass' })).toMatchObject({ outcome: 'no-regression', exit: 0 });
  });

  test('a regression outweighs everything else', () => {
    const before = { [A]: 'pass', [B]: 'pass' } as const;
    expect(diffOfCases(before, { [A]: 'blocked', [B]: 'fail' })).toMatchObject({ outcome: 'regression', exit: 1 });
  });
});

describe('a claim that is withdrawn', () => {
  const claiming = (...claims: readonly string[]): Parameters<typeof reportOf>[0] => ({ target: { claims } });
  const old = withCases({ [A]: 'fail', [B]: 'pass' }, claiming('decode:http-binary', 'decode:kafka-binary'));

  test('fixes nothing, and what it takes from sight is missed', () => {
    const diff = diffOf(old, withCases({ [A]: 'not-applicable', [B]: 'not-applicable' }, claiming()));
    expect(diff.claims).toEqual({ withdrawn: ['decode:http-binary', 'decode:kafka-binary'], added: [] });
    expect(diff.cases.map(({ id, change }) => [id, change])).toEqual([
      [A, 'hidden'],
      [B, 'lost'],
    ]);
    expect(diff.counts.fixed).toEqual({ cases: 0, weighty: 0 });
    expect(diff.exit).toBe(3);
  });

  test('hides no regression', () => {
    const now = withCases({ [A]: 'not-applicable', [B]: 'fail' }, claiming('decode:kafka-binary'));
    expect(diffOf(old, now)).toMatchObject({ exit: 1, claims: { withdrawn: ['decode:http-binary'] } });
  });

  test('lowers the level of a case that has changed with it, which is told apart and not passed over', () => {
    const diff = diffOf(withCases({ [A]: 'pass' }), withCases({ [A]: { status: 'warn', level: 'should' } }));
    expect(diff.cases).toEqual([
      {
        id: A,
        requirement: 'http.dec.once',
        level: 'must',
        change: 'regressed',
        old: 'pass',
        new: 'warn',
        counts: true,
        revised: ['level'],
      },
    ]);
    expect(diff.exit).toBe(3);
  });
});

describe('a changed suite', () => {
  const body = (text: string): Partial<CaseReport> => ({ evidence: evidenceOf([sentOf({}, text)], []) });

  test('adds and removes cases, which says nothing of the target', () => {
    const diff = diffOf(
      withCases({ [A]: 'pass', [B]: 'pass' }),
      withCases({ [B]: 'pass', 'core.id.empty/x@http-binary': 'fail' }, OTHER_SUITE),
    );
    expect(diff.exit).toBe(0);
    expect(diff.cases.map(({ id, change, absence }) => [id, change, absence])).toEqual([
      ['core.id.empty/x@http-binary', 'added', 'suite'],
      [A, 'removed', 'suite'],
    ]);
  });

  test('does not excuse a case that stayed what it was', () => {
    const [old, now] = [
      withCases({ [A]: { status: 'pass', ...body('x') } }),
      withCases({ [A]: { status: 'fail', ...body('x') } }, OTHER_SUITE),
    ];
    expect(diffOf(old, now)).toMatchObject({ exit: 1, cases: [{ change: 'regressed' }] });
  });

  test('may be the cause where the case changed too: neither a regression nor none', () => {
    const [old, now] = [
      withCases({ [A]: { status: 'pass', ...body('x') } }),
      withCases({ [A]: { status: 'fail', ...body('y') } }, OTHER_SUITE),
    ];
    expect(diffOf(old, now)).toMatchObject({
      exit: 3,
      outcome: 'undecided',
      cases: [{ change: 'regressed', revised: ['sent'] }],
    });
  });

  test('does not hide that a binding is not asked any more', () => {
    const over = (bindings: readonly ('http' | 'kafka')[]): Parameters<typeof reportOf>[0] => ({
      target: { bindings },
    });
    const diff = diffOf(
      withCases({ [A]: 'pass', [KAFKA]: 'pass' }, over(['http', 'kafka'])),
      withCases({ [A]: 'pass' }, { ...OTHER_SUITE, ...over(['http']) }),
    );
    expect(diff).toMatchObject({ exit: 3, cases: [{ id: KAFKA, change: 'lost', absence: 'target' }] });
    expect(diff.differences.map(({ what }) => what)).toEqual(['bindings', 'suite']);
  });
});

test('a case that is missing though nothing accounts for it is missed', () => {
  expect(diffOfCases({ [A]: 'pass', [B]: 'pass' }, { [A]: 'pass' })).toMatchObject({
    exit: 3,
    cases: [{ id: B, change: 'lost', old: 'pass', absence: 'target' }],
  });
});

test('what was not selected says nothing, and what both were asked is compared', () => {
  const part: Partial<Report> = { selection: { only: ['http.*'], skip: [], cases: 1, of: 2 } };
  expect(diffOf(withCases({ [A]: 'pass', [B]: 'pass' }), withCases({ [A]: 'pass' }, part))).toMatchObject({
    exit: 0,
    compared: { cases: 1, same: 1 },
    cases: [{ id: B, change: 'removed', absence: 'selection' }],
    differences: [{ what: 'selection', old: 'all cases', new: 'only http.*' }],
  });
});

test('in what the runs were not alike is listed, with what was and is', () => {
  const now = reportOf({
    cases: [caseOf(A)],
    tool: { name: 'ce-conform', version: '2.0.0' },
    suite: { digest: 'def', specVersion: 'main' },
    target: { name: 'other', version: '2', observation: 'status', tasks: ['decode', 'forward'] },
    run: { seed: 'other' },
  });
  expect(diffOf(withCases({ [A]: 'pass' }), now).differences).toEqual([
    { what: 'target', old: 'localhost:8080', new: 'other' },
    { what: 'version', old: 'not told', new: '2' },
    { what: 'observation', old: 'reply', new: 'status' },
    { what: 'tasks', old: 'decode', new: 'decode, forward' },
    { what: 'specification', old: '1.0.2', new: 'main' },
    { what: 'suite', old: 'abc', new: 'def' },
    { what: 'tool', old: 'ce-conform 1.2.3', new: 'ce-conform 2.0.0' },
    { what: 'seed', old: 'seed', new: 'other' },
  ]);
});

test('a requirement that was renamed is still the same, and so are its cases and findings', () => {
  const finding = (id: string) => ({
    id: `slug-${id}`,
    title: 'a defect',
    requirements: [id],
    cases: [`${id}/x@http-binary`],
  });
  const old = withCases(
    { 'http.dec.former/x@http-binary': 'fail' },
    {
      requirements: [requirementOf('http.dec.former', { outcome: 'failed' })],
      findings: [finding('http.dec.former')],
    },
  );
  const now = withCases({ 'http.dec.once/x@http-binary': 'pass' }, { requirements: [requirementOf('http.dec.once')] });
  const diff = diffOf(old, now, (id) => (id === 'http.dec.former' ? 'http.dec.once' : id));
  expect(diff.cases).toMatchObject([
    {
      id: 'http.dec.once/x@http-binary',
      formerly: 'http.dec.former/x@http-binary',
      requirement: 'http.dec.once',
      change: 'fixed',
    },
  ]);
  expect(diff.requirements).toMatchObject([
    { id: 'http.dec.once', old: 'failed', new: 'verified', cases: { fixed: 1 } },
  ]);
  expect(diff.findings.gone).toMatchObject([{ requirements: ['http.dec.once'], old: 1, passed: 1 }]);
});

test('requirements are those that changed, in the order of the suite, unknown ones last', () => {
  const outcomes = (outcome: 'verified' | 'failed') => ({
    requirements: ['zzz.own.rule', 'http.dec.once', 'core.type.str', 'core.id.empty'].map((id) =>
      requirementOf(id, { outcome: id === 'core.id.empty' ? 'verified' : outcome }),
    ),
  });
  const diff = diffOf(withCases({ [A]: 'pass' }, outcomes('verified')), withCases({ [A]: 'pass' }, outcomes('failed')));
  expect(diff.requirements.map(({ id, old, new: now }) => [id, old, now])).toEqual([
    ['core.type.str', 'verified', 'failed'],
    ['http.dec.once', 'verified', 'failed'],
    ['zzz.own.rule', 'verified', 'failed'],
  ]);
});

test('causes are new, gone or remain, each with its cases and what became of them', () => {
  const finding = (id: string, ...cases: readonly string[]) => ({
    id,
    title: `cause ${id}`,
    requirements: ['http.dec.once'],
    cases,
  });
  const old = withCases(
    { [A]: 'fail', [B]: 'pass', 'core.id.empty/x@http-binary': 'fail' },
    {
      findings: [finding('stays', A), finding('goes', 'core.id.empty/x@http-binary')],
    },
  );
  const now = withCases(
    { [A]: 'fail', [B]: 'fail', 'core.id.empty/x@http-binary': 'blocked' },
    {
      findings: [finding('comes', B), finding('stays', A)],
    },
  );
  const rest = { requirements: ['http.dec.once'] };
  expect(diffOf(old, now).findings).toEqual({
    new: [{ id: 'comes', title: 'cause comes', ...rest, old: 0, new: 1, passed: 1 }],
    gone: [{ id: 'goes', title: 'cause goes', ...rest, old: 1, new: 0, passed: 0 }],
    remaining: [{ id: 'stays', title: 'cause stays', ...rest, old: 1, new: 1, passed: 0 }],
  });
});

test('profiles are those whose verdict or counts changed', () => {
  const profile = (id: string, verified: number) => ({
    id,
    verdict: verified === 2 ? ('conformant' as const) : ('nonconformant' as const),
    summary: reportOf().summary,
    requirements: { applicable: 2, verified, failed: 2 - verified },
  });
  const old = withCases({ [A]: 'pass' }, { profiles: [profile('same', 2), profile('worse', 2), profile('gone', 2)] });
  const now = withCases({ [A]: 'pass' }, { profiles: [profile('same', 2), profile('worse', 1)] });
  expect(diffOf(old, now).profiles).toEqual([
    {
      id: 'worse',
      old: { verdict: 'conformant', requirements: { applicable: 2, verified: 2, failed: 0 } },
      new: { verdict: 'nonconformant', requirements: { applicable: 2, verified: 1, failed: 1 } },
    },
    { id: 'gone', old: { verdict: 'conformant', requirements: { applicable: 2, verified: 2, failed: 0 } } },
  ]);
});

describe('what cannot be compared', () => {
  test('are reports without a case in common: nothing compared is not nothing changed', async () => {
    expect(await diagnosticOf(async () => diffOfCases({ [A]: 'pass' }, { [B]: 'pass' }))).toMatchObject({
      code: 'diff.nothing',
      exit: 2,
    });
    expect(await diagnosticOf(async () => diffOfCases({}, {}))).toMatchObject({ code: 'diff.nothing', exit: 2 });
  });

  test('is a report that has a case twice, of which one could hide the other', async () => {
    const twice = reportOf({ cases: [caseOf(A, { status: 'fail' }), caseOf(A)] });
    expect(await diagnosticOf(async () => diffOf(withCases({ [A]: 'pass' }), twice))).toMatchObject({
      code: 'diff.repeated',
      exit: 2,
      message: `failed to compare new.json: it has the case ${A} more than once`,
    });
  });
});
