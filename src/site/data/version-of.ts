// What the site keeps of a report: evidence makes up nearly all of one, and stays in the file.
import { resolveId } from '../../../suites/registry.js';
import type { Status } from '../../engine/judgement.js';
import { countMust } from '../../report/badge/count-must.js';
import { excerptOf } from '../../report/matrix/excerpt.js';
import type { CaseReport, Report } from '../../report/types.js';
import { badgeOf } from './badge-of.js';
import type { Failure, ReportedFinding, Version } from './types.js';

const FAILED: readonly Status[] = ['fail', 'timeout'];

/** `version` is what the name of the file says; `file` is a path from the root of the repository. */
export function versionOf(report: Report, version: string, file: string): Version {
  const { cases } = report;
  return {
    version,
    file,
    judgedOn: report.run.startedAt.slice(0, 10),
    excerpt: excerptOf(report, file, (id) => resolveId(id)),
    musts: countMust(report),
    statuses: new Map(cases.map(({ id, status }) => [id, status])),
    failures: new Map(
      cases.flatMap((item) =>
        item.status === 'warn' || FAILED.includes(item.status) ? [[item.id, failureOf(item)]] : [],
      ),
    ),
    findings: findingsOf(report),
    badge: badgeOf(report),
  };
}

function failureOf({ status, message, expected, actual }: CaseReport): Failure {
  return {
    status,
    ...(message === undefined ? {} : { message }),
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  };
}

function findingsOf({ cases, findings }: Report): readonly ReportedFinding[] {
  const failed = new Set(cases.filter(({ status }) => FAILED.includes(status)).map(({ id }) => id));
  const taken = new Set<string>();
  return findings.map(({ id, title, requirements, cases: members }) => ({
    anchor: unique(`finding-${slug(id)}`, taken),
    title,
    isBreach: members.some((member) => failed.has(member)),
    requirements: requirements.map((requirement) => resolveId(requirement) ?? requirement),
    cases: members,
  }));
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 80);

function unique(wanted: string, taken: Set<string>): string {
  let anchor = wanted;
  for (let number = 2; taken.has(anchor); number++) anchor = `${wanted}-${number}`;
  taken.add(anchor);
  return anchor;
}
