// The report of a run. Its order is that of the suite, so equal runs give equal reports but for the `run` block and the digest.
import { levelOf } from '../engine/case.js';
import { casesOfTasks } from '../engine/cases-for.js';
import { chooseProfiles, isOfRun } from '../engine/choose-profiles.js';
import { listClaims } from '../engine/claims.js';
import type { Evidence } from '../engine/evidence.js';
import { findings } from '../engine/findings.js';
import { inSpec } from '../engine/in-spec.js';
import { profileOutcome, runVerdict } from '../engine/outcomes.js';
import type { Result, RunResult } from '../engine/run.js';
import type { Filter } from '../engine/select.js';
import type { Suite } from '../engine/suite.js';
import type { Reply } from '../target/types.js';
import { abridge } from './abridge.js';
import { withDigest } from './digest.js';
import { type EvidenceReport, toEvidenceReport } from './evidence.js';
import type { Redact } from './evidence-message.js';
import { requirementReports } from './requirements.js';
import { summaryOf } from './summary.js';
import { type CaptureReport, type CaseReport, REPORT_SCHEMA, type Report } from './types.js';
import { whyInconclusive } from './why-inconclusive.js';

/** What the report says beside the results: who ran, against what, when. */
export interface Setting {
  readonly tool: Report['tool'];
  readonly target: Pick<Report['target'], 'name' | 'version' | 'language' | 'kind' | 'url'>;
  readonly run: Omit<Report['run'], 'stopped'>;
  /** Profiles asked for; by default those that the observation can decide. */
  readonly profiles: readonly string[];
  /** What was asked for; by default everything. */
  readonly filter?: Filter;
  readonly redact: Redact;
  /** Of a producer: what came. */
  readonly capture?: CaptureReport;
}

/** Builds the report. Throws a usage error for an unknown profile. */
export function buildReport(suite: Suite, result: RunResult, setting: Setting): Report {
  const { probed, results, spec } = result;
  const { observation, claims } = probed;
  const chosen = chooseProfiles(suite.profiles, setting.profiles, { ...result, observation, claims });
  const profiles = chosen.map((profile) => profileOutcome(profile, results, { spec, claims }));
  const counted = new Set(profiles.flatMap((profile) => profile.results));
  return withDigest({
    schema: REPORT_SCHEMA,
    tool: setting.tool,
    suite: { digest: suite.digest, specVersion: spec },
    target: {
      ...setting.target,
      observation,
      tasks: result.tasks,
      ...(result.bindings.length === 1 && result.bindings[0] === 'http' ? {} : { bindings: result.bindings }),
      claims: listClaims(claims),
      probes: Object.fromEntries(probed.outcomes),
      notes: probed.notes,
    },
    run: { ...setting.run, ...(result.stopped === undefined ? {} : { stopped: result.stopped }) },
    ...selection(suite, result, setting.filter),
    verdict: runVerdict(profiles, spec),
    summary: summaryOf(results.map(({ judgement }) => judgement.status)),
    profiles: profiles.map(({ profile, verdict, results: members, requirements }) => ({
      id: profile.id,
      verdict,
      summary: summaryOf(members.map(({ judgement }) => judgement.status)),
      requirements,
      ...(verdict === 'inconclusive' ? { reason: whyInconclusive(members, spec) } : {}),
    })),
    unseen: suite.profiles
      .filter((profile) => !chosen.includes(profile) && profile.reveal !== '')
      // What this target is not asked at all belongs to another role.
      .filter((profile) => isOfRun(profile, result))
      .map(({ id, reveal }) => ({ id, reveal })),
    requirements: requirementReports(suite, result),
    ...(setting.capture === undefined ? {} : { capture: setting.capture }),
    findings: findings(results),
    cases: results.map((one) => caseReport(one, counted.has(one), result, setting.redact)),
  });
}

function selection(
  suite: Suite,
  { results, tasks, bindings }: RunResult,
  filter: Filter | undefined,
): Pick<Report, 'selection'> {
  const { only = [], skip = [] } = filter ?? {};
  if (only.length === 0 && skip.length === 0) return {};
  return { selection: { only, skip, cases: results.length, of: casesOfTasks(suite.cases, tasks, bindings).length } };
}

/** Time is told in whole seconds: two runs that meet the same deadline differ by less. */
const MS_STEP = 1000;

/** Timers fire a little early at times; a deadline of whole seconds is told as those seconds. */
const MS_EARLY = 100;

function caseReport(
  { item, judgement, evidence }: Result,
  isCounted: boolean,
  { spec }: RunResult,
  redact: Redact,
): CaseReport {
  const { status, expected, actual, message } = judgement;
  const report: CaseReport = {
    id: item.id,
    requirement: item.requirement.id,
    level: levelOf(item, spec),
    title: item.title,
    status,
    ...(expected === undefined ? {} : { expected: abridge(expected) }),
    ...(actual === undefined ? {} : { actual: abridge(actual) }),
    ...(message === undefined ? {} : { message }),
    positions: item.requirement.positions,
    ...(inSpec(item.requirement, spec) ? {} : { unscored: true as const }),
    ...(isCounted ? {} : { uncounted: true as const }),
    ...(item.twin === undefined ? {} : { twin: item.twin }),
    ...(judgement.captured === undefined ? {} : { captured: judgement.captured }),
    ms: evidence === undefined ? 0 : msOf(evidence),
  };
  return evidence === undefined ? report : withEvidence(report, () => toEvidenceReport(evidence, redact));
}

// How long an answer took depends on what else the machine does; that none came within the deadline does not.
function msOf({ replies, ms }: Evidence): number {
  const hung = replies.some(isTimeout);
  return hung ? Math.floor((ms + MS_EARLY) / MS_STEP) * MS_STEP : 0;
}

// A report that was altered, on its way to be verified, holds replies of no kind.
const isTimeout = (reply: Reply | undefined): boolean => reply?.kind === 'failure' && reply.failure.code === 'timeout';

// Evidence is written out when it is read: a run that writes no report makes none.
function withEvidence(report: CaseReport, make: () => EvidenceReport): CaseReport {
  let made: EvidenceReport | undefined;
  return {
    ...report,
    get evidence() {
      made ??= make();
      return made;
    },
  };
}
