// Two runs with one change of each kind, and a pair whose every text is hostile.
import type { Diff } from '../../../../src/report/diff/types.js';
import { HOSTILE } from '../../matrix/helpers/excerpts.js';
import { caseOf, reportOf, requirementOf } from '../../text/helpers/reports.js';
import { diffOf, OTHER_SUITE, withCases } from './diffs.js';

const finding = (id: string, title: string, requirement: string, ...cases: readonly string[]) => ({
  id,
  title,
  requirements: [requirement],
  cases,
});

export function sample(): Diff {
  const old = withCases(
    {
      'http.dec.once/a@http-binary': 'pass',
      'http.dec.once/b@http-binary': 'pass',
      'http.dec.pct/a@http-binary': 'fail',
      'core.id.empty/a@http-binary': 'pass',
      'core.type.str/a@http-binary': { status: 'pass', expected: 'one' },
      'core.type.bool/a@http-binary': 'blocked',
      'core.type.int/a@http-binary': 'fail',
      'core.name.max20/a@http-binary': { status: 'pass', level: 'should' },
      'core.subject.empty/a@http-binary': 'pass',
    },
    {
      target: { name: 'sdk', version: '1.0.0', claims: ['decode:http-binary', 'decode:http-batch'] },
      requirements: [requirementOf('http.dec.once'), requirementOf('http.dec.pct', { outcome: 'failed' })],
      findings: [finding('pct', 'Header values are not decoded', 'http.dec.pct', 'http.dec.pct/a@http-binary')],
    },
  );
  const now = withCases(
    {
      'http.dec.once/a@http-binary': { status: 'fail', message: 'id is missing' },
      'http.dec.once/b@http-binary': { status: 'timeout', message: 'no answer' },
      'http.dec.pct/a@http-binary': 'pass',
      'core.id.empty/a@http-binary': { status: 'not-applicable', message: 'decode:http-batch is not claimed' },
      'core.type.str/a@http-binary': { status: 'fail', level: 'should', message: 'another value' },
      'core.type.bool/a@http-binary': { status: 'fail', message: 'no Boolean' },
      'core.type.int/a@http-binary': 'blocked',
      'core.name.max20/a@http-binary': { status: 'warn', level: 'should' },
      'core.source.empty/a@http-binary': 'fail',
    },
    {
      ...OTHER_SUITE,
      target: { name: 'sdk', version: '2.0.0', claims: ['decode:http-binary'] },
      verdict: 'nonconformant',
      requirements: [requirementOf('http.dec.once', { outcome: 'failed' }), requirementOf('http.dec.pct')],
      findings: [
        finding('once', 'id is lost', 'http.dec.once', 'http.dec.once/a@http-binary', 'http.dec.once/b@http-binary'),
      ],
      profiles: [
        {
          id: 'http-receiver',
          verdict: 'nonconformant',
          summary: reportOf().summary,
          requirements: { applicable: 5, verified: 1, failed: 2 },
        },
      ],
    },
  );
  return diffOf(old, now);
}

/** Many requirements, each with hostile text wherever a report can hold any. */
export function hostileDiff(requirements = 3): Diff {
  const ids = Array.from({ length: requirements }, (_, index) => `core.x.${index}${HOSTILE}`);
  const side = (status: 'pass' | 'fail', name: string) =>
    reportOf({
      tool: { name: HOSTILE, version: name },
      suite: { digest: `${name}${HOSTILE}`, specVersion: HOSTILE + name },
      target: { name: HOSTILE + name, version: HOSTILE, language: HOSTILE, claims: [`${name} ${HOSTILE}`] },
      run: { seed: HOSTILE + name, startedAt: HOSTILE, stopped: HOSTILE },
      requirements: ids.map((id) =>
        requirementOf(id, { outcome: status === 'pass' ? 'verified' : 'failed', section: HOSTILE }),
      ),
      profiles: [
        {
          id: HOSTILE + name,
          verdict: 'inconclusive',
          summary: reportOf().summary,
          requirements: { applicable: 1, verified: 0, failed: 1 },
        },
      ],
      findings: [finding(HOSTILE + name, HOSTILE, HOSTILE, `${ids[0]}/v@http-binary`)],
      cases: ids.map((id) =>
        caseOf(`${id}/v@http-binary`, { requirement: id, status, message: `${HOSTILE}${'x'.repeat(10_000)}` }),
      ),
    });
  return diffOf(side('pass', 'old'), side('fail', 'new'));
}
