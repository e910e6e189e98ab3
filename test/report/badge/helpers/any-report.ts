// Reports of every make, those that no run would give included: verdicts, counts and cases need not fit each other.
import fc from 'fast-check';
import { STATUSES } from '../../../../src/engine/judgement.js';
import type { Verdict } from '../../../../src/engine/verdict.js';
import { summaryOf } from '../../../../src/report/summary.js';
import type { ProfileReport, Report } from '../../../../src/report/types.js';
import { caseOf, reportOf, requirementOf } from '../../text/helpers/reports.js';

// What makes a green badge comes often, so that the one thing that is wrong with a report is often all that is.
const verdict = fc.oneof(
  fc.constant<Verdict>('conformant'),
  fc.constantFrom<Verdict[]>('conformant', 'nonconformant', 'inconclusive'),
);
const status = fc.oneof({ arbitrary: fc.constant('pass' as const), weight: 5 }, fc.constantFrom(...STATUSES));
const count = fc.nat({ max: 2 });
const requirements = fc.oneof(
  fc.constant({ applicable: 2, verified: 2, failed: 0 }),
  fc.record({ applicable: count, verified: count, failed: count }),
);
const summary = fc.array(status, { maxLength: 4 }).map(summaryOf);
const level = fc.oneof(fc.constant('must' as const), fc.constantFrom('must' as const, 'should' as const));

const profiles: fc.Arbitrary<readonly ProfileReport[]> = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('http-acceptance', 'http-receiver', 'validation'), verdict, summary, requirements }),
  { selector: ({ id }) => id, maxLength: 3 },
);

const ids = ['core.a', 'core.b', 'core.c'];
const cases = fc
  .array(fc.record({ requirement: fc.constantFrom(...ids), status, level }), { maxLength: 6 })
  .map((all) => all.map((one, index) => caseOf(`${one.requirement}/${index}`, one)));

const rarely = <Value>(value: Value): fc.Arbitrary<Value | undefined> =>
  fc.option(fc.constant(value), { nil: undefined, freq: 1 });

export const anyReport: fc.Arbitrary<Report> = fc
  .record({
    verdict,
    summary,
    profiles,
    cases,
    levels: fc.tuple(level, level, level),
    stopped: rarely('the run was interrupted'),
    selection: rarely({ only: ['core.*'], skip: [], cases: 1, of: 2 }),
  })
  .map(({ levels, stopped, selection, ...rest }) =>
    reportOf({
      ...rest,
      requirements: ids.map((id, index) => requirementOf(id, { level: levels[index] ?? 'must' })),
      ...(stopped === undefined ? {} : { run: { stopped } }),
      ...(selection === undefined ? {} : { selection }),
    }),
  );
