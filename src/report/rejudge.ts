// The results of a report once more, from its evidence alone: what a case is said to be counts for nothing.
import { whyNotApplicable } from '../engine/applicable.js';
import type { Case } from '../engine/case.js';
import { claimsOf } from '../engine/claims.js';
import type { Evidence } from '../engine/evidence.js';
import { judgeAll } from '../engine/judge.js';
import { captureEvidence } from '../engine/judge-capture.js';
import type { Judgement } from '../engine/judgement.js';
import { tokenOf } from '../engine/random.js';
import type { Result } from '../engine/run.js';
import type { SpecVersion } from '../event/types.js';
import { fromEvidenceReport } from './evidence.js';
import { fromArrived } from './evidence-message.js';
import type { CaseReport, Report } from './types.js';

/** A case of the suite, and what the report says of it. */
export interface Known {
  readonly item: Case;
  readonly reported: CaseReport;
}

/** Judges every case that has evidence, in the order of the report. */
export function rejudge(known: readonly Known[], report: Report, spec: SpecVersion): readonly Result[] {
  const evidence = new Map<string, Evidence>();
  const captured = report.capture?.messages.map(fromArrived);
  for (const { item, reported } of known) {
    if (captured !== undefined && item.task === 'capture') evidence.set(item.id, captureEvidence(captured));
    if (reported.evidence === undefined) continue;
    const token = tokenOf(report.run.seed, item.id);
    evidence.set(item.id, fromEvidenceReport(reported.evidence, token, report.target.observation, reported.ms));
  }
  const judgements = judgeAll(
    known.map(({ item }) => item),
    evidence,
    spec,
  );
  return known.map(({ item, reported }) => {
    const seen = evidence.get(item.id);
    return {
      item,
      judgement: judgements.get(item.id) ?? withoutEvidence(item, reported, report.target),
      // What counts against a profile depends on it: a refusal counts against all of them.
      ...(seen === undefined || item.task === 'capture' ? {} : { evidence: seen }),
    };
  });
}

/** Without evidence a case can only be one of those that were not carried out. */
function withoutEvidence(item: Case, { status, message }: CaseReport, target: Report['target']): Judgement {
  const { observation, claims } = target;
  const isClaimed =
    whyNotApplicable(item, { observation, claims: claimsOf(claims), outcomes: new Map() }) === undefined;
  switch (status) {
    case 'not-applicable':
      if (isClaimed) return { status: 'not-run', message: `there is no evidence, and ${item.carrier} is claimed` };
      break;
    case 'not-run':
    case 'harness-error':
      break;
    case 'pass':
    case 'fail':
    case 'warn':
    case 'observed':
    case 'blocked':
    case 'inconclusive':
    case 'timeout':
      return { status: 'not-run', message: 'there is no evidence' };
  }
  return { status, ...(message === undefined ? {} : { message }) };
}
