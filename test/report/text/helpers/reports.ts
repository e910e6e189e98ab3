// Small reports, made by hand: what a test does not name has a plain value.
import { withDigest } from '../../../../src/report/digest.js';
import { summaryOf } from '../../../../src/report/summary.js';
import { renderText } from '../../../../src/report/text/render.js';
import type { TextOptions, View } from '../../../../src/report/text/view.js';
import { createView } from '../../../../src/report/text/view.js';
import type { CaseReport, Report, RequirementReport, SentMessage } from '../../../../src/report/types.js';

type Evidence = NonNullable<CaseReport['evidence']>;

export function caseOf(id: string, rest: Partial<CaseReport> = {}): CaseReport {
  return {
    id,
    requirement: id.split('/')[0] ?? id,
    level: 'must',
    title: `the title of ${id}`,
    status: 'pass',
    positions: [],
    ms: 0,
    ...rest,
  };
}

export function requirementOf(id: string, rest: Partial<RequirementReport> = {}): RequirementReport {
  return {
    id,
    level: 'must',
    outcome: 'verified',
    cases: 1,
    document: id.split('.')[0] ?? id,
    section: '3.1. A Section',
    ...rest,
  };
}

export function sentOf(headers: Readonly<Record<string, string>>, body: string): SentMessage {
  return {
    method: 'POST',
    via: 'client',
    headers: Object.entries(headers).map(([name, value]) => [name, { text: value }]),
    body: { text: body },
  };
}

export function responseOf(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string,
): Evidence['received'][number] {
  return {
    kind: 'response',
    status,
    reason: status === 200 ? 'OK' : 'Bad Request',
    headers: Object.entries(headers).map(([name, value]) => [name, { text: value }]),
    body: { text: body },
  };
}

export const evidenceOf = (sent: Evidence['sent'], received: Evidence['received']): Evidence => ({
  digest: '0'.repeat(64),
  sent,
  received,
});

export function reportOf({ target, run, ...rest }: Partials = {}): Report {
  return withDigest({
    schema: 'ce-conform/report/1',
    tool: { name: 'ce-conform', version: '1.2.3' },
    suite: { digest: 'abc', specVersion: '1.0.2' },
    target: {
      name: 'localhost:8080',
      kind: 'http',
      url: 'http://localhost:8080/events',
      observation: 'reply',
      tasks: ['decode'],
      claims: ['decode:http-binary', 'decode:http-structured'],
      probes: {
        'http-structured': 'accepted with 200',
        'http-binary': 'accepted with 200',
        'http-batch': 'refused with 415',
      },
      notes: ['the reply carries the event: what the target decoded is visible'],
      ...target,
    },
    run: {
      seed: 'seed',
      startedAt: '2026-01-01T00:00:00.000Z',
      durationMs: 1234,
      node: 'v20',
      platform: 'linux-x64',
      ...run,
    },
    verdict: 'conformant',
    summary: summaryOf((rest.cases ?? []).map(({ status }) => status)),
    profiles: [],
    unseen: [],
    requirements: [],
    findings: [],
    cases: [],
    ...rest,
  });
}

type Partials = Partial<Omit<Report, 'digest' | 'target' | 'run'>> & {
  readonly target?: Partial<Report['target']>;
  readonly run?: Partial<Report['run']>;
};

const PLAIN: TextOptions = { colors: false, columns: 100, target: 'http://localhost:8080/events' };

export const textOf = (report: Report, options: Partial<TextOptions> = {}): string =>
  renderText(report, { ...PLAIN, ...options });

export const viewOf = (report: Report, options: Partial<TextOptions> = {}): View =>
  createView(report, { ...PLAIN, ...options });
