// Small reports side by side: what a test does not name has a plain value.

import type { Status } from '../../../../src/engine/judgement.js';
import { buildDiff } from '../../../../src/report/diff/build-diff.js';
import type { Resolve } from '../../../../src/report/diff/keyed-cases.js';
import type { Diff } from '../../../../src/report/diff/types.js';
import type { CaseReport, Report } from '../../../../src/report/types.js';
import { loadRegistry } from '../../../../suites/registry.js';
import { caseOf, reportOf } from '../../text/helpers/reports.js';

export type Cases = Readonly<Record<string, Status | Partial<CaseReport>>>;

/** A report with a case for each id: its status, or whatever of it matters. */
export const withCases = (cases: Cases, rest: Parameters<typeof reportOf>[0] = {}): Report =>
  reportOf({
    cases: Object.entries(cases).map(([id, one]) => caseOf(id, typeof one === 'string' ? { status: one } : one)),
    ...rest,
  });

const asItIs: Resolve = (id) => id;

export const diffOf = (old: Report, now: Report, resolve: Resolve = asItIs): Diff =>
  buildDiff({ file: 'old.json', report: old }, { file: 'new.json', report: now }, loadRegistry(), resolve);

export const diffOfCases = (old: Cases, now: Cases): Diff => diffOf(withCases(old), withCases(now));

/** A suite of another version, so that its cases may have changed. */
export const OTHER_SUITE: Partial<Report> = { suite: { digest: 'def', specVersion: '1.0.2' } };
