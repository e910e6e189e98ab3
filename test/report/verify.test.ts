import { beforeAll, describe, expect, test } from 'vitest';
import { casesOfTasks } from '../../src/engine/cases-for.js';
import type { Suite } from '../../src/engine/suite.js';
import { fault } from '../../src/reference/fault.js';
import { faultNamed } from '../../src/reference/faults/index.js';
import { withBaseline } from '../../src/report/baseline/apply.js';
import { withDigest } from '../../src/report/digest.js';
import { digestOf } from '../../src/report/evidence-digest.js';
import type { CaseReport, Report } from '../../src/report/types.js';
import { verifyReport } from '../../src/report/verify.js';
import { runReference } from './helpers/run-reference.js';

const ONLY = ['core.attr.minimal', 'core.attr.missing'];
const CASE = 'core.attr.minimal/plain@http-binary';
const isCase = ({ id }: { readonly id: string }): boolean => id === CASE;

let suite: Suite;
let good: Report;
let bad: Report;
beforeAll(async () => {
  const lost = fault('core.attr.minimal/lost', 'loses the type', {
    outcome: (outcome) =>
      outcome.kind === 'events'
        ? {
            ...outcome,
            events: outcome.events.map(({ attributes, ...rest }) => ({
              ...rest,
              attributes: new Map([...attributes, ['type', 'other']]),
            })),
          }
        : outcome,
  });
  ({ suite, report: good } = await runReference({ only: ONLY }));
  ({ report: bad } = await runReference({ only: ONLY, faults: [lost] }));
});

// Whoever alters a report can make its digest again.
const discrepancies = (report: Report) => verifyReport(suite, withDigest(report)).discrepancies;
const kinds = (report: Report): readonly string[] => discrepancies(report).map(({ kind }) => kind);

/** The report with one of its cases changed. */
const changed = (report: Report, change: (one: CaseReport) => CaseReport): Report => ({
  ...report,
  cases: report.cases.map((one) => (isCase(one) ? change(one) : one)),
});

/** The report with the evidence of one case changed, and its digest made again. */
const forged = (report: Report, change: (text: string) => string): Report =>
  changed(report, (one) => {
    const { sent, received } = JSON.parse(change(JSON.stringify(one.evidence)));
    return { ...one, evidence: { digest: digestOf({ sent, received }), sent, received } };
  });

describe('a report as it was written', () => {
  test('holds, whatever its verdict is', () => {
    expect(verifyReport(suite, good)).toMatchObject({ judged: good.cases.length, discrepancies: [] });
    expect(bad.verdict).toBe('nonconformant');
    expect(verifyReport(suite, bad)).toEqual({ verdict: 'nonconformant', judged: bad.cases.length, discrepancies: [] });
  });

  test('holds where a refusal counts against a profile that its case is not part of', async () => {
    const { report } = await runReference({
      only: ['json.null.ext', 'core.attr.*'],
      faults: [faultNamed('json.null.ext/refused')],
    });
    const [acceptance] = report.profiles;
    expect(acceptance).toMatchObject({ id: 'http-acceptance', verdict: 'nonconformant' });
    expect(verifyReport(suite, report).discrepancies).toEqual([]);
  });

  test('holds with all cases, in every way to observe', async () => {
    for (const options of [{}, { sink: true }] as const) {
      const { report } = await runReference(options);
      expect(report.target.observation).toBe('sink' in options ? 'sink' : 'reply');
      expect(verifyReport(suite, report).discrepancies).toEqual([]);
    }
  });
});

describe('a report with a baseline', () => {
  const entries = [{ list: 'expected', case: 'core.attr.minimal', reason: 'so it is', line: 1 }] as const;

  test('holds without its file, and after a way through JSON', () => {
    const listed = withBaseline(bad, { file: 'known.yaml', entries }, suite);
    expect(listed.baseline?.known).toContain(CASE);
    expect(discrepancies(JSON.parse(JSON.stringify(listed)))).toEqual([]);
  });

  test('does not hold where it excuses what did not fail', () => {
    const { baseline } = withBaseline(bad, { file: 'known.yaml', entries }, suite);
    if (baseline === undefined) throw new Error('no baseline');
    expect(discrepancies({ ...bad, baseline: { ...baseline, known: [] } })).toEqual([
      { kind: 'conclusion', part: 'baseline' },
    ]);
    expect(kinds({ ...good, baseline })).toEqual(['conclusion']);
  });

  test('holds with undecided cases that are listed, and not where they are others', async () => {
    const { report } = await runReference({
      only: ['http.dec.pct', 'core.type.str'],
      faults: [faultNamed('http.dec.pct/never')],
    });
    const [blocked, other] = report.cases.filter(({ status }) => status === 'blocked').map(({ id }) => id);
    if (blocked === undefined || other === undefined) throw new Error('nothing is blocked');
    const both = [...entries, { ...entries[0], case: blocked, line: 2 }];
    const listed = withBaseline(report, { file: 'known.yaml', entries: both }, suite);
    const { baseline } = listed;
    const [open] = baseline.open.filter(({ entry }) => entry.case === blocked);
    expect(open?.cases).toEqual([blocked]);
    expect(discrepancies(JSON.parse(JSON.stringify(listed)))).toEqual([]);
    for (const cases of [[], [blocked, other], [other]]) {
      const forgedOpen = baseline.open.map((one) => (one === open ? { ...one, cases } : one));
      expect(discrepancies({ ...report, baseline: { ...baseline, open: forgedOpen } }), cases.join()).toEqual([
        { kind: 'conclusion', part: 'baseline' },
      ]);
    }
  });
});

describe('evidence', () => {
  test('with another byte was altered', () => {
    const report = changed(bad, (one) => ({
      ...one,
      evidence: JSON.parse(JSON.stringify(one.evidence).replace('"other"', '"othar"').replace('other', 'othar')),
    }));
    expect(discrepancies(report)).toContainEqual({ kind: 'altered', id: CASE });
  });

  test('with another byte and a new digest is judged, and gives another status', () => {
    const report = forged(bad, (text) => text.replaceAll('other', 'org.example.conform'));
    expect(discrepancies(report)).toContainEqual(
      expect.objectContaining({ kind: 'status', id: CASE, reported: 'fail', derived: 'pass' }),
    );
  });

  test('of other bytes sent is that of another case', () => {
    const report = forged(good, (text) => text.replaceAll('org.example.conform', 'org.example.easier'));
    expect(discrepancies(report)).toContainEqual({ kind: 'stimulus', id: CASE });
  });

  test('of another seed is that of another run', () => {
    expect(kinds({ ...good, run: { ...good.run, seed: 'other' } })).toContain('stimulus');
  });

  test.each(['pass', 'fail', 'warn', 'observed', 'inconclusive', 'timeout', 'blocked'] as const)(
    'is needed for %s',
    (status) => {
      const report = changed(bad, ({ evidence: _, ...one }) => ({ ...one, status }));
      expect(discrepancies(report)).toContainEqual({
        kind: 'status',
        id: CASE,
        reported: status,
        derived: 'not-run',
        message: 'there is no evidence',
      });
    },
  );

  test('is needed for what is claimed', () => {
    const report = changed(bad, ({ evidence: _, ...one }) => ({ ...one, status: 'not-applicable' }));
    expect(discrepancies(report)).toContainEqual(
      expect.objectContaining({ kind: 'status', reported: 'not-applicable', derived: 'not-run' }),
    );
  });
});

describe('what is said', () => {
  test('a failure called a pass is found, and everything that rests on it', () => {
    const report = changed(bad, (one) => ({ ...one, status: 'pass' }));
    expect(discrepancies(report)).toContainEqual(
      expect.objectContaining({ kind: 'status', id: CASE, reported: 'pass', derived: 'fail' }),
    );
    expect(kinds({ ...bad, cases: bad.cases.map((one) => ({ ...one, status: 'pass' })) })).toContain('status');
  });

  test('another verdict', () => {
    expect(discrepancies({ ...bad, verdict: 'conformant' })).toEqual([
      { kind: 'verdict', reported: 'conformant', derived: 'nonconformant' },
    ]);
  });

  test('another verdict of a profile', () => {
    const profiles = bad.profiles.map((profile) => ({ ...profile, verdict: 'conformant' as const }));
    expect(discrepancies({ ...bad, profiles })).toEqual([
      ...bad.profiles.map(({ id }) => ({
        kind: 'verdict',
        profile: id,
        reported: 'conformant',
        derived: 'nonconformant',
      })),
      { kind: 'conclusion', part: 'profiles' },
    ]);
  });

  test.each([
    ['level', { level: 'info' }],
    ['title', { title: 'something harmless' }],
    ['message', { message: 'all is well' }],
    ['expected', { expected: 'anything' }],
    ['positions', { positions: ['A01', 'A02', 'A03'] }],
  ] as const)('another %s of a case', (_, change) => {
    expect(discrepancies(changed(bad, (one) => ({ ...one, ...change })))).toEqual([{ kind: 'account', id: CASE }]);
  });

  test.each([
    ['summary', (report: Report) => ({ ...report, summary: { ...report.summary, fail: 0 } })],
    ['requirements', (report: Report) => ({ ...report, requirements: [] })],
    ['findings', (report: Report) => ({ ...report, findings: [] })],
  ] as const)('other %s', (part, change) => {
    expect(discrepancies(change(bad))).toEqual([{ kind: 'conclusion', part }]);
  });

  test('a case that was taken out', () => {
    expect(discrepancies({ ...bad, cases: bad.cases.filter((one) => !isCase(one)) })).toContainEqual({
      kind: 'missing-case',
      id: CASE,
    });
  });

  test('a part of the suite that is made to look like the whole', () => {
    const { selection, ...whole } = good;
    const all = casesOfTasks(suite.cases, ['decode'], ['http']).length;
    expect(selection).toMatchObject({ only: ONLY, cases: good.cases.length, of: all });
    const missing = discrepancies(whole).filter(({ kind }) => kind === 'missing-case');
    expect(missing).toHaveLength(all - good.cases.length);
  });

  test('a case that the suite does not have, and one that is there twice', () => {
    const [first] = good.cases;
    if (first === undefined) throw new Error('no case');
    const strange = { ...first, id: 'core.attr.minimal/easy@http-binary' };
    expect(discrepancies({ ...good, cases: [...good.cases, strange, first] })).toEqual([
      { kind: 'unknown-case', id: strange.id },
      { kind: 'repeated-case', id: first.id },
    ]);
  });
});
