// The report of an adapter follows from its evidence as that of a receiver does, and every tampering with it is found.
import { beforeAll, describe, expect, test } from 'vitest';
import { faultNamed } from '../../src/reference/faults/index.js';
import { withDigest } from '../../src/report/digest.js';
import type { EvidenceReport } from '../../src/report/evidence.js';
import { digestOf } from '../../src/report/evidence-digest.js';
import type { CaseReport, Report } from '../../src/report/types.js';
import { verifyReport } from '../../src/report/verify.js';
import { loadSuite } from '../../suites/suite.js';
import { truly, trulyBut } from '../engine/helpers/adapter.js';
import { adapterReport } from './helpers/run-adapter.js';

const suite = loadSuite();
const ONLY = ['core.attr.required', 'core.attr.missing', 'core.int.forward', 'core.ext.many', 'core.id.empty'];

// It finds an empty id valid and writes it, and knows no more than ten extensions.
const FAULTS = [
  faultNamed('core.id.empty/found-valid'),
  faultNamed('core.id.nonempty/unchecked'),
  faultNamed('core.ext.many/ten'),
];

let good: Report;
let bad: Report;
let poor: Report;
beforeAll(async () => {
  good = await adapterReport(suite, truly(), { only: ONLY });
  bad = await adapterReport(suite, truly(FAULTS), { only: ONLY });
  poor = await adapterReport(
    suite,
    trulyBut((request) => {
      if (request.op === 'encode' && request.mode === 'batch') return { unsupported: true };
      if (request.op === 'validate') return { events: [] };
      return request.op === 'decode' && JSON.stringify(request).includes('batch')
        ? { rejected: { reason: 'é\ud800' } }
        : undefined;
    }),
    { only: ONLY },
  );
});

// Whoever alters a report can make its digest again.
const discrepancies = (report: Report) => verifyReport(suite, withDigest(report)).discrepancies;
const kinds = (report: Report): ReadonlySet<string> => new Set(discrepancies(report).map(({ kind }) => kind));
const caseOf = (report: Report, id: string): CaseReport => {
  const found = report.cases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const changed = (report: Report, id: string, change: (one: CaseReport) => CaseReport): Report => ({
  ...report,
  cases: report.cases.map((one) => (one.id === id ? change(one) : one)),
});
/** The report with the evidence of a case changed, and its digest made again. */
const forged = (report: Report, id: string, change: (evidence: EvidenceReport) => Partial<EvidenceReport>): Report =>
  changed(report, id, (one) => {
    if (one.evidence === undefined) throw new Error('no evidence');
    const { digest: _, ...rest } = { ...one.evidence, ...change(one.evidence) };
    return { ...one, evidence: { ...rest, digest: digestOf(rest) } };
  });

const VALIDITY = 'core.id.empty/empty@http-binary';
const EMITTED = 'core.attr.required/ordinary@http-structured';
const DECODED = 'core.attr.minimal/ordinary@http-structured';
const PASSED_ON = 'core.int.forward/extension@http-binary';

describe('the report of an adapter', () => {
  test('holds, whatever its verdict is', () => {
    expect(good.verdict).toBe('conformant');
    expect(bad.verdict).toBe('nonconformant');
    expect(poor.verdict).not.toBe('conformant');
    for (const report of [good, bad, poor]) {
      expect(discrepancies(report)).toEqual([]);
      expect(verifyReport(suite, report).verdict).toBe(report.verdict);
    }
  });

  test('holds every kind of question and answer', () => {
    const evidence = [good, bad, poor].flatMap(({ cases }) => cases.flatMap((one) => one.evidence ?? []));
    const received = new Set(evidence.flatMap((one) => one.received.map(({ kind }) => kind)));
    expect(received).toEqual(new Set(['events', 'messages', 'rejected', 'valid', 'invalid', 'unsupported', 'failure']));
    const modes = evidence.flatMap(({ sent }) =>
      sent.map((one) => ('kind' in one ? (one.kind === 'events' ? one.mode : one.kind) : 'message')),
    );
    expect(new Set(modes)).toEqual(new Set(['message', 'binary', 'structured', 'batch', 'validate']));
  });

  test('fails what the faults break', () => {
    expect(caseOf(bad, VALIDITY)).toMatchObject({ status: 'fail', actual: { valid: true, written: { id: '' } } });
    expect(
      bad.cases.filter(({ requirement, status }) => requirement === 'core.ext.many' && status === 'warn'),
    ).not.toEqual([]);
    expect(caseOf(good, EMITTED)).toMatchObject({ status: 'pass' });
  });
});

describe('tampering', () => {
  test.each([
    ['an event that was asked about', VALIDITY, 'sent', 'id'],
    ['an event that was to be written', EMITTED, 'sent', 'source'],
  ] as const)('with %s is found, with its old digest and with a new one', (_, id, side, name) => {
    const one = caseOf(bad, id);
    const text = JSON.stringify(one.evidence?.[side]);
    const other = JSON.parse(text.replaceAll(`"${name}":"`, `"${name}":"x`)) as EvidenceReport['sent'];
    expect(JSON.stringify(other)).not.toBe(text);
    expect(
      discrepancies(
        changed(bad, id, (was) => ({ ...was, evidence: { ...(was.evidence as EvidenceReport), sent: other } })),
      ),
    ).toContainEqual({ kind: 'altered', id });
    expect(discrepancies(forged(bad, id, () => ({ sent: other })))).toContainEqual({ kind: 'stimulus', id });
  });

  test('with the mode that was asked for', () => {
    const report = forged(good, EMITTED, ({ sent }) => ({
      sent: sent.map((one) => ('kind' in one ? { ...one, mode: 'batch' as const } : one)),
    }));
    expect(discrepancies(report)).toContainEqual({ kind: 'stimulus', id: EMITTED });
  });

  test('with a question that was asked twice, or not at all', () => {
    expect(kinds(forged(good, EMITTED, ({ sent }) => ({ sent: [...sent, ...sent] })))).toContain('stimulus');
    expect(kinds(forged(good, EMITTED, () => ({ sent: [] })))).toContain('stimulus');
    expect(kinds(forged(good, VALIDITY, ({ sent }) => ({ sent: sent.slice(1) })))).toContain('stimulus');
  });

  test('with what it said of an event: the case is judged again', () => {
    const report = forged(bad, VALIDITY, () => ({
      received: [{ kind: 'valid' }, { kind: 'invalid', reason: 'empty' }],
    }));
    expect(discrepancies(report)).toContainEqual({ kind: 'status', id: VALIDITY, reported: 'fail', derived: 'pass' });
    const lost = forged(good, VALIDITY, ({ received }) => ({ received: received.slice(0, 1) }));
    expect(discrepancies(lost)).toContainEqual(
      expect.objectContaining({ kind: 'status', id: VALIDITY, reported: 'pass', derived: 'inconclusive' }),
    );
  });

  test('with what it decoded', () => {
    const report = forged(good, DECODED, () => ({ received: [{ kind: 'events', events: [] }] }));
    expect(discrepancies(report)).toContainEqual(
      expect.objectContaining({ kind: 'status', id: DECODED, reported: 'pass', derived: 'fail' }),
    );
  });

  test('with what it wrote', () => {
    const report = forged(good, EMITTED, () => ({ received: [{ kind: 'messages', messages: [] }] }));
    expect(discrepancies(report)).toContainEqual(
      expect.objectContaining({ kind: 'status', id: EMITTED, reported: 'pass', derived: 'inconclusive' }),
    );
  });

  test('with what it passed on', () => {
    const report = forged(good, PASSED_ON, ({ received }) => ({
      received: JSON.parse(JSON.stringify(received).replace('-ext', '-axt')),
    }));
    expect(discrepancies(report)).toContainEqual(
      expect.objectContaining({ kind: 'status', id: PASSED_ON, reported: 'pass', derived: 'warn' }),
    );
  });

  test('with stderr', () => {
    const report = changed(poor, VALIDITY, (one) => ({
      ...one,
      evidence: { ...(one.evidence as EvidenceReport), stderr: 'all is well' },
    }));
    expect(discrepancies(report)).toContainEqual({ kind: 'altered', id: VALIDITY });
  });

  test('with what it claims: what was not asked for is missed, and what was asked for is more', () => {
    const withClaims = (claims: readonly string[]): Report => ({ ...good, target: { ...good.target, claims } });
    expect(kinds(withClaims(good.target.claims.filter((claim) => claim !== 'validate')))).toContain('stimulus');
    const notRun = changed(bad, VALIDITY, ({ evidence: _, ...one }) => ({
      ...one,
      status: 'not-applicable',
      message: 'no',
    }));
    expect(discrepancies(notRun)).toContainEqual(
      expect.objectContaining({ kind: 'status', id: VALIDITY, reported: 'not-applicable', derived: 'not-run' }),
    );
  });

  test('with what it was asked, and how it was seen', () => {
    const tasks = { ...good, target: { ...good.target, tasks: ['decode' as const] } };
    expect(() => discrepancies(tasks)).toThrowError(/matches none of/);
    const { selection: _, ...whole } = tasks;
    expect(kinds(whole)).toContain('unknown-case');
    const seen = { ...good, target: { ...good.target, observation: 'status' as const } };
    expect(kinds(seen)).toContain('status');
  });

  test('with the profiles, and with what is said to be unseen', () => {
    expect(bad.profiles.map(({ verdict }) => verdict)).toContain('nonconformant');
    const profiles = bad.profiles.map((profile) => ({ ...profile, verdict: 'conformant' as const }));
    expect(kinds({ ...bad, profiles })).toContain('verdict');
    expect(discrepancies({ ...good, unseen: [{ id: 'http-receiver', reveal: 'nothing' }] })).toEqual([
      { kind: 'conclusion', part: 'unseen' },
    ]);
  });
});
