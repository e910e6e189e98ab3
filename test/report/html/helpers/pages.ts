// Pages of small reports, and of one in which whatever can be hostile is.

import { renderHtmlReport } from '../../../../src/report/html/render-html.js';
import { sheetOf } from '../../../../src/report/html/sheet-of.js';
import type { Sheet } from '../../../../src/report/html/types.js';
import { rerun as rerunLine } from '../../../../src/report/text/rerun.js';
import type { CaseReport, Report } from '../../../../src/report/types.js';
import { loadRegistry } from '../../../../suites/registry.js';
import { HOSTILE, hostileReport } from '../../matrix/helpers/excerpts.js';
import { caseOf, evidenceOf, reportOf, requirementOf, responseOf, sentOf } from '../../text/helpers/reports.js';

const CONTEXT = {
  registry: loadRegistry(),
  rerun: { target: 'http://localhost:8080/events', flags: [], tail: [] },
} as const;

export const rerun = (id: string): string => rerunLine(CONTEXT.rerun, id);

export const pageOf = (report: Report): string => renderHtmlReport(report, CONTEXT);

export const sheet = (report: Report): Sheet => sheetOf(report, CONTEXT);

const failing: Partial<CaseReport> = {
  status: 'fail',
  title: 'ce-subject: Euro%20%E2%82%AC is Euro €',
  message: 'subject came out as it was sent',
  expected: { subject: 'Euro €', id: '1' },
  actual: { subject: 'Euro%20%E2%82%AC', id: '1' },
  positions: ['A31'],
  twin: 'core.id.opaque/plain@http-binary',
  evidence: evidenceOf(
    [sentOf({ 'ce-id': '1', 'ce-subject': 'Euro%20%E2%82%AC' }, '{"a":\t1}\r\n')],
    [responseOf(200, { 'content-type': 'application/cloudevents+json' }, '{"subject":"Euro%20%E2%82%AC"}')],
  ),
};

/** Three documents, every outcome, and a case for most kinds of evidence. */
export function smallReport(rest: Parameters<typeof reportOf>[0] = {}): Report {
  const cases = [
    caseOf('core.id.opaque/plain@http-binary', {
      evidence: evidenceOf([sentOf({ 'ce-id': '1' }, '')], [responseOf(204, {}, '')]),
    }),
    caseOf('http.dec.pct/euro@http-binary', failing),
    caseOf('http.dec.pct/blank@http-binary', { ...failing, title: 'ce-subject: a%20b is a b' }),
    caseOf('http.dec.pct/plain@http-binary', { title: 'nothing to decode' }),
    caseOf('http.dec.once/twice@http-binary', {
      status: 'blocked',
      message: 'it rests on http.dec.pct/euro@http-binary',
      evidence: evidenceOf([sentOf({}, '')], [{ kind: 'failure', code: 'reset', message: 'socket hang up' }]),
    }),
    caseOf('kafka.key.value/none@kafka-binary', {
      status: 'warn',
      level: 'should',
      expected: 'no key',
      actual: 'a key',
      evidence: evidenceOf(
        [
          {
            kind: 'events',
            binding: 'kafka',
            mode: 'binary',
            events: [{ attributes: { id: '1' }, data: { json: { a: 1 } } }],
          },
        ],
        [
          {
            kind: 'messages',
            messages: [
              {
                binding: 'kafka',
                headers: [['ce_id', { text: '1' }]],
                nullHeaders: ['ce_x'],
                key: { base64: '/wA=' },
                body: null,
              },
            ],
          },
        ],
      ),
    }),
    caseOf('cesql.op.like/any@evaluate', {
      status: 'observed',
      level: 'info',
      evidence: evidenceOf(
        [{ kind: 'expression', expression: "a LIKE '%'", event: { attributes: { id: '1' } } }],
        [{ kind: 'value', value: true, errors: [] }],
      ),
    }),
    caseOf('cesql.op.not/any@evaluate', { status: 'not-applicable', message: 'evaluate:cesql is not claimed' }),
  ];
  return reportOf({
    target: { name: 'sdk', version: '1.0.0', language: 'go', kind: 'adapter' },
    verdict: 'nonconformant',
    profiles: [
      {
        id: 'http-receiver',
        verdict: 'nonconformant',
        summary: reportOf().summary,
        requirements: { applicable: 10, verified: 6, failed: 1 },
      },
    ],
    unseen: [{ id: 'cesql-engine', reveal: 'let the adapter claim evaluate:cesql' }],
    requirements: [
      requirementOf('core.id.opaque', { section: 'id' }),
      requirementOf('http.dec.pct', { outcome: 'failed', cases: 3, section: '3.1.3.2. HTTP Header Values' }),
      requirementOf('http.dec.once', {
        outcome: 'open',
        section: '3.1.3.2. HTTP Header Values',
        reason: 'it rests on http.dec.pct',
      }),
      requirementOf('kafka.key.value', { outcome: 'warned', level: 'should', section: '3.1. Key Mapping' }),
      requirementOf('cesql.op.like', { outcome: 'observed', level: 'info', section: '3.4. Operators' }),
      requirementOf('cesql.op.not', { outcome: 'not-applicable', section: '3.4. Operators', reason: 'not claimed' }),
    ],
    findings: [
      {
        id: 'raw-1',
        title: 'Header values are not percent-decoded',
        requirements: ['http.dec.pct'],
        cases: ['http.dec.pct/blank@http-binary', 'http.dec.pct/euro@http-binary'],
      },
      {
        id: 'key-2',
        title: 'A key where none was given',
        requirements: ['kafka.key.value'],
        cases: ['kafka.key.value/none@kafka-binary'],
      },
    ],
    cases,
    ...rest,
  });
}

/** Nothing but text that wants to be more, in strings of every kind, and one string of ten million characters. */
export function hostilePageReport(): Report {
  const report = hostileReport();
  const [first] = report.cases;
  if (first === undefined) throw new Error('the hostile report has no case');
  return {
    ...report,
    cases: [
      {
        ...first,
        expected: { [HOSTILE]: HOSTILE },
        actual: HOSTILE,
        positions: [HOSTILE],
        twin: HOSTILE,
        evidence: evidenceOf(
          [sentOf({ [HOSTILE]: HOSTILE }, HOSTILE)],
          [
            responseOf(200, { 'x-y': 'a'.repeat(10_000_000) }, `${HOSTILE}${'\u202e'.repeat(100)}`),
            { kind: 'rejected', reason: HOSTILE },
          ],
        ),
      },
    ],
  };
}
