// Judges the evidence of a report again, without the target.

import type { Case } from '../engine/case.js';
import { chooseProfiles } from '../engine/choose-profiles.js';
import type { Evidence } from '../engine/evidence.js';
import { judgeAll } from '../engine/judge.js';
import type { Status } from '../engine/judgement.js';
import { profileOutcome, runVerdict } from '../engine/outcomes.js';
import { tokenOf } from '../engine/random.js';
import type { Result } from '../engine/run.js';
import type { Suite } from '../engine/suite.js';
import type { Verdict } from '../engine/verdict.js';
import type { SpecVersion } from '../event/types.js';
import { digestOf, fromEvidenceReport, toEvidenceReport } from './evidence.js';
import type { CaseReport, Report } from './types.js';

/** A place where the report does not follow from its evidence. */
export type Discrepancy =
  | {
      readonly kind: 'status';
      readonly id: string;
      readonly reported: Status;
      readonly derived: Status;
      readonly message?: string;
    }
  | { readonly kind: 'verdict'; readonly profile?: string; readonly reported: Verdict; readonly derived: Verdict }
  /** The evidence is not what its digest was made of. */
  | { readonly kind: 'altered'; readonly id: string }
  /** The bytes sent are not those that the suite sends for this case and seed. */
  | { readonly kind: 'stimulus'; readonly id: string }
  | { readonly kind: 'unknown-case'; readonly id: string };

export interface Verification {
  readonly verdict: Verdict;
  /** Cases judged again. */
  readonly judged: number;
  readonly discrepancies: readonly Discrepancy[];
}

/** Re-derives every verdict of a report. The suite must be the one the report was made with. */
export function verifyReport(suite: Suite, report: Report): Verification {
  const byId = new Map(suite.cases.map((item) => [item.id, item]));
  const spec: SpecVersion = report.suite.specVersion === 'main' ? 'main' : '1.0.2';
  const known = report.cases.flatMap((reported) => {
    const item = byId.get(reported.id);
    return item === undefined ? [] : [{ item, reported }];
  });
  const evidence = new Map<string, Evidence>();
  for (const { item, reported } of known) {
    if (reported.evidence === undefined) continue;
    evidence.set(
      item.id,
      fromEvidenceReport(reported.evidence, tokenOf(report.run.seed, item.id), report.target.observation, reported.ms),
    );
  }
  const judgements = judgeAll(
    known.map(({ item }) => item),
    evidence,
    spec,
  );
  const results = known.map(
    ({ item, reported }): Result => ({ item, judgement: judgements.get(item.id) ?? { status: reported.status } }),
  );
  return {
    ...verdicts(suite, report, results, spec),
    judged: evidence.size,
    discrepancies: [
      ...report.cases.filter(({ id }) => !byId.has(id)).map(({ id }): Discrepancy => ({ kind: 'unknown-case', id })),
      ...known.flatMap(({ item, reported }) => integrity(item, reported, report.run.seed)),
      ...results.flatMap(({ item, judgement }, index): readonly Discrepancy[] => {
        const reported = known[index]?.reported.status ?? judgement.status;
        return reported === judgement.status
          ? []
          : [
              {
                kind: 'status',
                id: item.id,
                reported,
                derived: judgement.status,
                ...(judgement.message === undefined ? {} : { message: judgement.message }),
              },
            ];
      }),
      ...verdicts(suite, report, results, spec).discrepancies,
    ],
  };
}

function integrity(item: Case, reported: CaseReport, seed: string): readonly Discrepancy[] {
  if (reported.evidence === undefined) return [];
  const { digest, sent, received } = reported.evidence;
  if (digest !== digestOf(sent, received)) return [{ kind: 'altered', id: item.id }];
  const requests = item.stimulus(tokenOf(seed, item.id));
  const expected = toEvidenceReport(
    { token: '', observation: 'status', requests, replies: [], arrived: [], ms: 0 },
    (lines) => lines,
  ).sent;
  return JSON.stringify(expected) === JSON.stringify(sent) ? [] : [{ kind: 'stimulus', id: item.id }];
}

function verdicts(
  suite: Suite,
  report: Report,
  results: readonly Result[],
  spec: SpecVersion,
): Pick<Verification, 'verdict' | 'discrepancies'> {
  const profiles = chooseProfiles(
    suite.profiles,
    report.profiles.map(({ id }) => id),
    report.target.observation,
  );
  const outcomes = profiles.map((profile) => profileOutcome(profile, results, spec));
  const verdict = runVerdict(outcomes, spec);
  return {
    verdict,
    discrepancies: [
      ...outcomes.flatMap(({ profile, verdict: derived }, index): readonly Discrepancy[] => {
        const reported = report.profiles[index]?.verdict ?? derived;
        return reported === derived ? [] : [{ kind: 'verdict', profile: profile.id, reported, derived }];
      }),
      ...(verdict === report.verdict ? [] : [{ kind: 'verdict' as const, reported: report.verdict, derived: verdict }]),
    ],
  };
}
