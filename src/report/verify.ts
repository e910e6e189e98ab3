// Derives a report again from its evidence, without the target, and compares.
import { isDeepStrictEqual } from 'node:util';
import { casesFor, casesOfTasks } from '../engine/cases-for.js';
import { claimsOf } from '../engine/claims.js';
import { tokenOf } from '../engine/random.js';
import type { Result } from '../engine/run.js';
import { select } from '../engine/select.js';
import type { Suite } from '../engine/suite.js';
import type { Verdict } from '../engine/verdict.js';
import type { SpecVersion } from '../event/types.js';
import { redactHeaders } from '../target/redact.js';
import { baselineFollows } from './baseline/follows.js';
import { buildReport } from './build.js';
import { digestOfReport } from './digest.js';
import type { Discrepancy } from './discrepancy.js';
import { type EvidenceReport, toEvidenceReport } from './evidence.js';
import { digestOf, digestOfCapture } from './evidence-digest.js';
import type { Redact } from './evidence-message.js';
import { type Known, rejudge } from './rejudge.js';
import type { CaseReport, Report } from './types.js';
import { withinTime } from './within-time.js';

export interface Verification {
  readonly verdict: Verdict;
  /** Cases judged again. */
  readonly judged: number;
  readonly discrepancies: readonly Discrepancy[];
}

/**
 * Re-derives everything a report says. The suite must be the one the report was made with. Throws a usage error for a
 * profile or a glob of the report that the suite does not know, and for globs that take too long.
 */
export function verifyReport(suite: Suite, report: Report): Verification {
  const all = casesFor(
    casesOfTasks(suite.cases, report.target.tasks, report.target.bindings ?? ['http']),
    claimsOf(report.target.claims),
    report.target.observation,
  );
  const byId = new Map(all.map((item) => [item.id, item]));
  const spec: SpecVersion = report.suite.specVersion === 'main' ? 'main' : '1.0.2';
  const known = new Map<string, Known>();
  const strange: Discrepancy[] = [];
  for (const reported of report.cases) {
    const item = byId.get(reported.id);
    if (item === undefined) strange.push({ kind: 'unknown-case', id: reported.id });
    else if (known.has(item.id)) strange.push({ kind: 'repeated-case', id: item.id });
    else known.set(item.id, { item, reported });
  }
  const { selection, baseline } = report;
  for (const { id } of selection === undefined ? all : withinTime(() => select(all, selection).cases))
    if (!known.has(id)) strange.push({ kind: 'missing-case', id });
  const cases = [...known.values()];
  const derived = rebuilt(suite, report, rejudge(cases, report, spec), spec);
  return {
    verdict: derived.verdict,
    judged: cases.filter(({ item, reported }) =>
      item.task === 'capture' ? report.capture !== undefined : reported.evidence !== undefined,
    ).length,
    discrepancies: [
      ...wholeness(report),
      ...strange,
      ...captureIntegrity(report),
      ...cases.flatMap((one) => integrity(one, report)),
      ...cases.flatMap(({ reported }, index) => account(reported, derived.cases[index])),
      ...conclusions(report, derived),
      ...(baseline === undefined || withinTime(() => baselineFollows(baseline, derived.cases, suite))
        ? []
        : [{ kind: 'conclusion' as const, part: 'baseline' as const }]),
    ],
  };
}

/** The report that these results give. */
function rebuilt(suite: Suite, report: Report, results: readonly Result[], spec: SpecVersion): Report {
  const { observation, claims, notes, tasks, bindings = ['http'] } = report.target;
  const probed = { observation, claims: claimsOf(claims), notes, outcomes: new Map() };
  return buildReport(
    suite,
    { probed, tasks, bindings, spec, results },
    {
      ...report,
      profiles: report.profiles.map(({ id }) => id),
      ...(report.selection === undefined ? {} : { filter: report.selection }),
      redact: asItIs,
    },
  );
}

function wholeness(report: Report): readonly Discrepancy[] {
  const derived = digestOfReport(report);
  return derived === report.digest ? [] : [{ kind: 'digest', reported: report.digest, derived }];
}

// As it is once it was written out and read: without what JSON cannot tell.
const plain = (sent: EvidenceReport['sent']): unknown => JSON.parse(JSON.stringify(sent));

const asItIs: Redact = (lines) => lines;

const captureIntegrity = ({ capture }: Report): readonly Discrepancy[] =>
  capture !== undefined && capture.digest !== digestOfCapture(capture.messages) ? [{ kind: 'altered-capture' }] : [];

function integrity({ item, reported }: Known, { run: { seed } }: Report): readonly Discrepancy[] {
  if (reported.evidence === undefined) return [];
  const { digest, sent } = reported.evidence;
  if (digest !== digestOf(reported.evidence)) return [{ kind: 'altered', id: item.id }];
  const token = tokenOf(seed, item.id);
  const told = item.told?.(token);
  const validated = item.validity?.(token);
  const questions = item.questions?.(token);
  const filter = item.filter?.(token);
  const expected = (redact: Redact): EvidenceReport['sent'] =>
    toEvidenceReport(
      {
        token,
        observation: 'status',
        requests: validated === undefined ? item.stimulus(token) : [],
        ...(told && { told }),
        ...(validated && { validated }),
        ...(questions && { questions }),
        ...(filter !== undefined && { filter }),
        replies: [],
        arrived: [],
        ms: 0,
      },
      redact,
    ).sent;
  // A header that looks like a secret is hidden in the evidence, unless secrets were asked for.
  const isSame = [asItIs, redactHeaders].some((redact) => isEqual(plain(expected(redact)), sent));
  return isSame ? [] : [{ kind: 'stimulus', id: item.id }];
}

function account(reported: CaseReport, derived: CaseReport | undefined): readonly Discrepancy[] {
  if (derived === undefined) return [];
  const { id } = reported;
  if (reported.status !== derived.status) {
    const { message } = derived;
    const statuses = { reported: reported.status, derived: derived.status };
    return [{ kind: 'status', id, ...statuses, ...(message === undefined ? {} : { message }) }];
  }
  const [{ evidence: _, ms: __, ...said }, { evidence: ___, ms: ____, ...follows }] = [reported, derived];
  return isEqual(said, follows) ? [] : [{ kind: 'account', id }];
}

function conclusions(report: Report, derived: Report): readonly Discrepancy[] {
  const verdicts = derived.profiles.flatMap(({ id, verdict }, index): readonly Discrepancy[] => {
    const reported = report.profiles[index]?.verdict ?? verdict;
    return reported === verdict ? [] : [{ kind: 'verdict', profile: id, reported, derived: verdict }];
  });
  const parts = (['summary', 'profiles', 'selection', 'unseen', 'requirements', 'findings'] as const).filter(
    (part) => !isEqual(report[part], derived[part]),
  );
  return [
    ...verdicts,
    ...(report.verdict === derived.verdict
      ? []
      : [{ kind: 'verdict' as const, reported: report.verdict, derived: derived.verdict }]),
    ...parts.map((part): Discrepancy => ({ kind: 'conclusion', part })),
  ];
}

// A report may have been written anew on its way, by a tool that sorts members.
const isEqual = (a: unknown, b: unknown): boolean => isDeepStrictEqual(a, b);
