import { beforeAll, expect, test } from 'vitest';
import { faultNamed } from '../../../src/reference/faults/index.js';
import { countMust } from '../../../src/report/badge/count-must.js';
import type { CaseReport, Report, RequirementReport } from '../../../src/report/types.js';
import { runReference } from '../helpers/run-reference.js';
import { caseOf, reportOf, requirementOf } from '../text/helpers/reports.js';

const counted = (requirements: readonly RequirementReport[], cases: readonly CaseReport[]) => {
  const { applicable, verified, failed } = countMust(reportOf({ requirements, cases }));
  return [applicable, verified, failed];
};

const must = [requirementOf('core.a')];

test.each<[string, readonly Partial<CaseReport>[], readonly number[]]>([
  ['all of its cases pass', [{}, {}], [1, 1, 0]],
  ['one fails', [{}, { status: 'fail' }], [1, 0, 1]],
  ['one times out', [{}, { status: 'timeout' }], [1, 0, 1]],
  ['one is open', [{}, { status: 'blocked' }], [1, 0, 0]],
  ['one met a fault of ours', [{}, { status: 'harness-error' }], [1, 0, 0]],
  ['none applies', [{ status: 'not-applicable' }], [0, 0, 0]],
  ['there is none', [], [0, 0, 0]],
  ['a lesser variant warns', [{}, { level: 'should', status: 'warn' }], [1, 1, 0]],
  ['there are lesser variants alone', [{ level: 'should', status: 'fail' }], [1, 0, 1]],
  ['the one that fails is in no profile', [{}, { status: 'fail', uncounted: true }], [1, 1, 0]],
  ['all are in no profile', [{ uncounted: true }], [0, 0, 0]],
])('a MUST requirement where %s', (_, cases, expected) => {
  expect(
    counted(
      must,
      cases.map((one, index) => caseOf(`core.a/${index}`, one)),
    ),
  ).toEqual(expected);
});

test('neither what is no MUST nor what is not scored counts', () => {
  const requirements = [requirementOf('core.a', { level: 'should' }), requirementOf('core.b', { unscored: true })];
  expect(counted(requirements, [caseOf('core.a/one'), caseOf('core.b/one')])).toEqual([0, 0, 0]);
});

let reports: readonly Report[];
beforeAll(async () => {
  const only = ['core.attr.minimal', 'http.dec.once', 'core.type.str', 'json.null.ext'];
  const faults = [faultNamed('http.dec.once/twice')];
  reports = [(await runReference({ only })).report, (await runReference({ only, faults })).report];
});

test('over one profile a run counts what the engine counts for it', () => {
  for (const report of reports) {
    const widest = report.profiles.find(({ id }) => id === 'http-receiver');
    expect(countMust(report)).toEqual(widest?.requirements);
    expect(widest?.requirements.applicable).toBeGreaterThan(1);
  }
});
