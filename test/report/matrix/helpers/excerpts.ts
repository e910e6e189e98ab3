// Small reports as the matrix keeps them: what a test does not name has a plain value.
import { type Excerpt, excerptOf } from '../../../../src/report/matrix/excerpt.js';
import type { Cell, CellOutcome } from '../../../../src/report/matrix/types.js';
import type { CaseReport, Report, RequirementReport } from '../../../../src/report/types.js';
import { caseOf, reportOf, requirementOf } from '../../text/helpers/reports.js';

export const excerpt = (report: Parameters<typeof reportOf>[0], file = 'report.json'): Excerpt =>
  excerptOf(reportOf(report), file, (id) => id);

/** A report of this name in which these requirements have these outcomes, each by one case. */
export function named(
  name: string,
  outcomes: Readonly<Record<string, RequirementReport['outcome']>>,
  rest: Parameters<typeof reportOf>[0] = {},
): Report {
  const ids = Object.keys(outcomes);
  return reportOf({
    requirements: ids.map((id) => requirementOf(id, { outcome: outcomes[id] ?? 'open' })),
    cases: ids.map((id) => caseOf(`${id}/plain@http-binary`, { status: STATUS[outcomes[id] ?? 'open'] })),
    ...rest,
    target: { name, ...rest.target },
  });
}

const STATUS: Readonly<Record<RequirementReport['outcome'], CaseReport['status']>> = {
  verified: 'pass',
  failed: 'fail',
  warned: 'warn',
  observed: 'observed',
  open: 'blocked',
  'not-applicable': 'not-applicable',
};

export const excerptNamed = (...args: Parameters<typeof named>): Excerpt =>
  excerptOf(named(...args), `${args[0]}.json`, (id) => id);

export const cell = (outcome: CellOutcome, rest: Partial<Cell> = {}): Cell => ({
  outcome,
  counts: {},
  findings: [],
  ...rest,
});

/** Text that tries to be more than text, wherever a report can hold any. */
export const HOSTILE =
  '</script><script>alert(1)</script><img src=x onerror=alert(1)> "\'><b> `x` ``y`` | a\\|b @octocat #1 https://evil.example www.evil.example [l](javascript:alert(1)) \u001b[31m\u202e\n# heading\n- item';

/** A report in which every free string is hostile. */
export function hostileReport(): Report {
  const id = `core.x.${HOSTILE}`;
  return reportOf({
    tool: { name: HOSTILE, version: HOSTILE },
    target: { name: HOSTILE, kind: HOSTILE, url: HOSTILE },
    run: { stopped: HOSTILE },
    selection: { only: [HOSTILE], skip: [], cases: 1, of: 2 },
    verdict: 'nonconformant',
    profiles: [
      {
        id: HOSTILE,
        verdict: 'inconclusive',
        summary: reportOf().summary,
        requirements: { applicable: 1, verified: 0, failed: 1 },
        reason: HOSTILE,
      },
    ],
    unseen: [{ id: `${HOSTILE}2`, reveal: HOSTILE }],
    requirements: [
      requirementOf(id, { outcome: 'failed', document: HOSTILE, section: HOSTILE }),
      requirementOf('http.dec.once', { outcome: 'open', reason: HOSTILE }),
    ],
    findings: [{ id: HOSTILE, title: HOSTILE, requirements: [id], cases: [`${id}/v@http-binary`] }],
    cases: [caseOf(`${id}/v@http-binary`, { requirement: id, status: 'fail', message: HOSTILE, title: HOSTILE })],
  });
}
