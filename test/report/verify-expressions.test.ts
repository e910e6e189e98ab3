// Reports of engines and of filters follow from their evidence as all others do, and tampering with it is found.
import { beforeAll, describe, expect, test } from 'vitest';
import { allClaims } from '../../src/engine/claims.js';
import { fault } from '../../src/reference/fault.js';
import { serveReference } from '../../src/reference/serve.js';
import { buildReport } from '../../src/report/build.js';
import { withDigest } from '../../src/report/digest.js';
import type { EvidenceReport } from '../../src/report/evidence.js';
import { digestOf } from '../../src/report/evidence-digest.js';
import type { CaseReport, Report } from '../../src/report/types.js';
import { verifyReport } from '../../src/report/verify.js';
import type { SetFilter } from '../../src/target/types.js';
import { loadSuite } from '../../suites/suite.js';
import { truly, trulyBut } from '../engine/helpers/adapter.js';
import { openSink, runAgainst } from '../engine/helpers/drive.js';
import { adapterReport } from './helpers/run-adapter.js';

const suite = loadSuite();
const ONLY = [
  'cesql.attr.required',
  'cesql.op.add',
  'cesql.parse.paren',
  'cesql.attr.pure',
  'cesql.err.total',
  'cesql.op.overflow',
];

let engine: Report;
let wrong: Report;
let filter: Report;

async function filterReport(): Promise<Report> {
  const sink = await openSink();
  const lenient = fault('cesql.filter.bool/any', 'passes what is no Boolean', {
    passes: ({ errors }) => errors.length === 0,
  });
  const served = await serveReference({ forward: sink.url, filtered: true, faults: [lenient] });
  const setFilter: SetFilter = async (expression) => {
    const { ok } = await fetch(served.filterUrl, { method: 'PUT', body: expression });
    return { reply: ok ? { kind: 'set' } : { kind: 'unset', reason: 'no' }, ms: 0 };
  };
  try {
    const claims = { ...allClaims('http'), filters: true };
    const only = ['cesql.filter.bool/literal*', 'cesql.filter.bool/string*', 'cesql.filter.bool/integer*'];
    const asked = { tasks: ['filter'], observe: 'sink', claims, sink, setFilter, filter: { only, skip: [] } } as const;
    return buildReport(suite, await runAgainst(served.url, suite, asked), {
      tool: { name: 'ce-conform', version: '0' },
      target: { name: 'broker', kind: 'http' },
      run: { seed: 'test', startedAt: '2020-01-01T00:00:00.000Z', durationMs: 0, node: '', platform: '' },
      profiles: [],
      filter: { only, skip: [] },
      redact: (lines) => lines,
    });
  } finally {
    await served.close();
  }
}

beforeAll(async () => {
  engine = await adapterReport(suite, truly(), { only: ONLY });
  wrong = await adapterReport(
    suite,
    trulyBut((request) => {
      if (request.op !== 'evaluate') return undefined;
      if (request.expression === '4 + 1') return { value: { no: 'value' }, errors: ['cast'] };
      return request.expression.includes('((') ? { thrown: { reason: 'é\ud800' } } : undefined;
    }),
    { only: ONLY },
  );
  // What it needs is opened and closed in a test, which a hook is not.
});

// Whoever alters a report can make its digest again.
const discrepancies = (report: Report) => verifyReport(suite, withDigest(report)).discrepancies;
const kinds = (report: Report): ReadonlySet<string> => new Set(discrepancies(report).map(({ kind }) => kind));
const withEvidence = (
  report: Report,
  isOne: (one: CaseReport) => boolean,
  change: (evidence: EvidenceReport) => Omit<EvidenceReport, 'digest'>,
): Report => ({
  ...report,
  cases: report.cases.map((one) => {
    if (!isOne(one) || one.evidence === undefined) return one;
    const evidence = change(one.evidence);
    return { ...one, evidence: { ...evidence, digest: digestOf(evidence) } };
  }),
});

describe('the report of an engine', () => {
  test('says conformant, or what is wrong, and both follow from their evidence', () => {
    expect(engine.verdict).toBe('conformant');
    expect(engine.profiles.find(({ id }) => id === 'cesql-engine')).toMatchObject({ verdict: 'conformant' });
    expect(wrong.verdict).toBe('nonconformant');
    for (const report of [engine, wrong]) expect(discrepancies(JSON.parse(JSON.stringify(report)))).toEqual([]);
  });

  test('holds what was asked, and of a very long expression its start, its length and a digest', () => {
    const sent = engine.cases.flatMap(({ evidence }) => evidence?.sent ?? []);
    const expressions = sent.flatMap((part) => ('kind' in part && part.kind === 'expression' ? [part.expression] : []));
    expect(expressions).toContain('4 + 1');
    const long = expressions.find((one) => typeof one !== 'string');
    expect(long).toMatchObject({ length: expect.any(Number), digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.stringify(engine).length).toBeLessThan(1_000_000);
  });

  test('is found out when a value, an error or a question is another', () => {
    const isSum = ({ requirement }: CaseReport): boolean => requirement === 'cesql.op.add';
    const value = withEvidence(engine, isSum, (evidence) => ({
      ...evidence,
      received: [{ kind: 'value', value: 7, errors: [] }],
    }));
    expect(kinds(value)).toContain('status');
    const error = withEvidence(engine, isSum, (evidence) => ({
      ...evidence,
      received: evidence.received.map((one) => (one.kind === 'value' ? { ...one, errors: ['math'] } : one)),
    }));
    expect(kinds(error)).toContain('status');
    const question = withEvidence(engine, isSum, (evidence) => ({
      ...evidence,
      sent: evidence.sent.map((part) =>
        'kind' in part && part.kind === 'expression' ? { ...part, expression: '1' } : part,
      ),
    }));
    expect(kinds(question)).toEqual(new Set(['stimulus']));
  });
});

describe('the report of a filter', () => {
  test('follows from its evidence, filter and all', async () => {
    filter = await filterReport();
    expect(filter.verdict).toBe('nonconformant');
    expect(filter.profiles).toMatchObject([{ id: 'cesql-filter', verdict: 'nonconformant' }]);
    expect(filter.target.claims).toContain('filter:cesql');
    expect(discrepancies(JSON.parse(JSON.stringify(filter)))).toEqual([]);
    const other = withEvidence(
      filter,
      () => true,
      (evidence) => ({
        ...evidence,
        sent: evidence.sent.map((part) =>
          'kind' in part && part.kind === 'filter' ? { ...part, expression: 'x' } : part,
        ),
      }),
    );
    expect(kinds(other)).toEqual(new Set(['stimulus']));
    const unset = withEvidence(
      filter,
      () => true,
      (evidence) => ({
        ...evidence,
        received: [{ kind: 'unset', reason: 'no' }],
      }),
    );
    expect(kinds(unset)).toContain('status');
  });
});
