// The same decision in every format: what a reader of tests makes of a file has to agree with the exit code of the run.
import { describe, expect, test } from 'vitest';
import type { BaselineReport } from '../../../src/report/baseline/types.js';
import { renderCtrf } from '../../../src/report/ctrf/render-ctrf.js';
import { renderGithub } from '../../../src/report/github/render-github.js';
import { renderJobSummary } from '../../../src/report/job-summary/render-job-summary.js';
import { renderJunit } from '../../../src/report/junit/render-junit.js';
import type { RenderContext } from '../../../src/report/render/render-context.js';
import { renderSarif } from '../../../src/report/sarif/render-sarif.js';
import { renderTap } from '../../../src/report/tap/render-tap.js';
import type { CaseReport, Report } from '../../../src/report/types.js';
import { loadRegistry } from '../../../suites/registry.js';
import { NO_ENTRIES } from '../baseline/helpers/no-entries.js';
import { caseOf, reportOf, requirementOf } from '../text/helpers/reports.js';
import { readCtrf, readSarif } from './helpers/read-json.js';
import { readJunit, xsdComplaints } from './helpers/read-junit.js';
import { readTap } from './helpers/read-tap.js';
import { workflowCommands } from './helpers/workflow-commands.js';

const CONTEXT: RenderContext = {
  registry: loadRegistry(),
  rerun: { target: 'http://localhost:8080/', flags: [], tail: [] },
};

const ID = 'http.dec.once/blank@http-binary';
const caseWith = (rest: Partial<CaseReport>, id: string = ID): CaseReport =>
  caseOf(id, { requirement: 'http.dec.once', ...rest });

const reportWith = (rest: Parameters<typeof reportOf>[0]): Report =>
  reportOf({
    requirements: [requirementOf('http.dec.once')],
    findings: (rest?.cases ?? [])
      .filter(({ status }) => ['fail', 'warn', 'timeout'].includes(status))
      .map(({ id, title }) => ({ id, title, requirements: ['http.dec.once'], cases: [id] })),
    ...rest,
  });

const entry = { list: 'expected', case: ID, line: 3, reason: 'see the tracker' } as const;
const baselineOf = (rest: Partial<BaselineReport>): BaselineReport => ({ ...NO_ENTRIES, ...rest });

const FAILED = caseWith({
  status: 'fail',
  expected: { subject: 'a' },
  actual: { subject: 'b' },
  message: 'another value',
});
const PASSED = caseWith({}, 'http.dec.once/other@http-binary');

const REPORTS: Readonly<Record<string, readonly [Report, 'green' | 'red']>> = {
  conformant: [reportWith({ cases: [PASSED] }), 'green'],
  'a failure': [reportWith({ verdict: 'nonconformant', cases: [PASSED, FAILED] }), 'red'],
  'a timeout': [reportWith({ verdict: 'nonconformant', cases: [caseWith({ status: 'timeout', ms: 5000 })] }), 'red'],
  'nothing decided': [
    reportWith({ verdict: 'inconclusive', cases: [caseWith({ status: 'inconclusive', message: 'not seen' })] }),
    'red',
  ],
  'no case at all': [reportWith({ verdict: 'inconclusive', cases: [] }), 'red'],
  blocked: [reportWith({ verdict: 'inconclusive', cases: [PASSED, caseWith({ status: 'blocked' })] }), 'red'],
  'ended early': [
    reportWith({ verdict: 'inconclusive', cases: [caseWith({ status: 'not-run' })], run: { stopped: 'interrupted' } }),
    'red',
  ],
  'a fault of the harness': [reportWith({ cases: [PASSED, caseWith({ status: 'harness-error' })] }), 'red'],
  'a warning': [reportWith({ cases: [PASSED, caseWith({ level: 'should', status: 'warn' })] }), 'green'],
  'a failure in no profile': [reportWith({ cases: [PASSED, { ...FAILED, uncounted: true }] }), 'green'],
  'a known failure': [
    reportWith({
      verdict: 'nonconformant',
      cases: [PASSED, FAILED],
      baseline: baselineOf({ known: [ID], confirmed: [{ entry, cases: [ID] }] }),
    }),
    'green',
  ],
  'a new failure beside a baseline': [
    reportWith({
      verdict: 'nonconformant',
      cases: [FAILED],
      baseline: baselineOf({ exit: 1, new: [{ case: ID, fingerprint: 'f' }] }),
    }),
    'red',
  ],
  'a stale entry': [
    reportWith({
      cases: [caseWith({})],
      baseline: baselineOf({ exit: 5, stale: [{ entry, why: 'passes', message: 'it passes', cases: [ID] }] }),
    }),
    'red',
  ],
};

describe.each(Object.entries(REPORTS))('%s', (_, [report, colour]) => {
  const passed = report.cases.filter(({ status }) => status === 'pass').length;

  test('JUnit', async () => {
    const xml = renderJunit(report, CONTEXT);
    const { root, cases } = readJunit(xml);
    const red = cases.filter((one) => 'failure' in one || 'error' in one);
    expect(red.length > 0).toBe(colour === 'red');
    expect(Number(root['failures']) + Number(root['errors'])).toBe(red.length);
    expect(cases.filter((one) => !('failure' in one || 'error' in one || 'skipped' in one))).toHaveLength(passed);
    expect(await xsdComplaints(xml, 'jenkins-junit')).toEqual([]);
  });

  test('TAP', () => {
    const tap = readTap(renderTap(report, CONTEXT));
    expect(tap.ok).toBe(colour === 'green');
    expect(tap).toMatchObject({ count: report.cases.length, extra: [] });
    expect(tap.pass - tap.skip).toBe(passed);
  });

  test('CTRF', () => {
    const { summary } = readCtrf(renderCtrf(report, CONTEXT)).results;
    expect(summary.failed > 0).toBe(colour === 'red');
    expect(summary.passed).toBe(passed);
  });

  test('SARIF', () => {
    const { invocations } = readSarif(renderSarif(report, CONTEXT));
    expect(invocations[0]?.['exitCode'] === 0).toBe(colour === 'green');
  });

  test('annotations and Markdown', () => {
    const [first, ...others] = workflowCommands(renderGithub(report, CONTEXT));
    expect(first).toMatchObject({
      name: colour === 'green' ? 'notice' : 'error',
      properties: { title: `ce-conform: ${report.verdict}` },
    });
    expect(others.some(({ name }) => name === 'error') && colour === 'green').toBe(false);
    const markdown = renderJobSummary(report, CONTEXT);
    expect(markdown).toContain(`CloudEvents: ${report.verdict}\n`);
    expect(markdown).toContain(colour === 'green' ? 'Exit code 0' : 'Exit code');
    expect(markdown.includes('Exit code 0')).toBe(colour === 'green');
  });
});

test('only skipped tests, and counts of them, are beyond the schema of Ant', async () => {
  const plain = (xml: string): string =>
    xml
      .replaceAll(/ *<skipped>[^<]*<\/skipped>\n/g, '')
      .replaceAll(/ skipped="\d+"/g, '')
      .replace(/<testsuites [^>]*>/, '<testsuites>');
  const report = reportWith({
    verdict: 'nonconformant',
    cases: [PASSED, FAILED, caseWith({ status: 'observed' }, 'http.dec.once/x@y')],
  });
  const xml = renderJunit(report, CONTEXT);
  expect(await xsdComplaints(plain(xml), 'JUnit')).toEqual([]);
  expect(await xsdComplaints(xml, 'JUnit')).not.toEqual([]);
});

test('a known failure is told as such wherever it stands, with its reason', () => {
  const [report] = REPORTS['a known failure'] ?? [];
  if (report === undefined) throw new Error('it is listed above');
  const reason = 'fail, as known.yaml lists it in line 3 (see the tracker): another value';
  expect(readJunit(renderJunit(report, CONTEXT)).cases[1]?.skipped).toBe(
    `${reason}\nexpected: {"subject":"a"}\nactual: {"subject":"b"}`,
  );
  expect(readTap(renderTap(report, CONTEXT)).points[1]).toMatchObject({
    ok: false,
    todo: reason,
    diag: { status: 'fail' },
  });
  expect(readCtrf(renderCtrf(report, CONTEXT)).results.tests[1]).toMatchObject({
    status: 'other',
    rawStatus: 'fail',
    message: reason,
  });
  expect(readSarif(renderSarif(report, CONTEXT)).results).toMatchObject([
    {
      baselineState: 'unchanged',
      suppressions: [{ kind: 'external', status: 'accepted', justification: 'see the tracker' }],
    },
  ]);
});
