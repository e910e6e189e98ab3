import { fingerprintOf } from '../baseline/fingerprint.js';
import { isFailure } from '../baseline/is-failure.js';
import type { ListedEntry } from '../baseline/types.js';
import { expectedAndActual } from '../render/case-words.js';
import type { RenderContext } from '../render/render-context.js';
import { type Standing, standings } from '../render/standing.js';
import { rerun } from '../text/rerun.js';
import { safe } from '../text/safe.js';
import type { CaseReport, Report } from '../types.js';
import { messageText } from './message-text.js';
import { LEVELS } from './rule-of.js';

/** Longest id, and longest sentence, in characters. */
const [MOST_ID, MOST] = [300, 1000];

interface Lookups {
  readonly ruleIndex: ReadonlyMap<string, number>;
  /** The finding of each case. */
  readonly findings: ReadonlyMap<string, string>;
  readonly entries: ReadonlyMap<string, ListedEntry>;
  readonly hasBaseline: boolean;
}

/** A result for each case that failed or warned. */
export function resultsOf(report: Report, context: RenderContext): readonly object[] {
  const standingOf = standings(report);
  const lookups: Lookups = {
    ruleIndex: new Map(report.requirements.map(({ id }, index) => [id, index])),
    findings: new Map(report.findings.flatMap(({ id, cases }) => cases.map((one) => [one, id] as const))),
    entries: new Map(
      (report.baseline?.confirmed ?? []).flatMap(({ entry, cases }) => cases.map((id) => [id, entry] as const)),
    ),
    hasBaseline: report.baseline !== undefined,
  };
  return report.cases
    .filter((item) => isFailure(item) || item.status === 'warn')
    .map((item) => resultOf(item, standingOf(item), lookups, context));
}

function resultOf(item: CaseReport, standing: Standing, lookups: Lookups, { rerun: again }: RenderContext): object {
  const { id, requirement, title, status, message } = item;
  const index = lookups.ruleIndex.get(requirement);
  const finding = lookups.findings.get(id);
  const values = expectedAndActual(item).map(([label, text]) => `${label}: ${text}`);
  return {
    ruleId: safe(requirement, MOST_ID),
    ...(index === undefined ? {} : { ruleIndex: index }),
    kind: 'fail',
    level: levelOf(item, standing),
    message: {
      text: messageText([title, ...(message === undefined ? [] : [message]), ...values].join('; '), MOST) || status,
    },
    // A run knows no line of source; it knows the case.
    locations: [{ logicalLocations: [{ fullyQualifiedName: safe(id, MOST_ID), kind: 'case' }] }],
    partialFingerprints: {
      'case/v1': safe(id, MOST_ID),
      'failure/v1': fingerprintOf(item),
      ...(finding === undefined ? {} : { 'finding/v1': safe(finding, MOST_ID) }),
    },
    ...weighed(id, standing, lookups),
    properties: { status, ...Object.fromEntries(expectedAndActual(item)), rerun: rerun(again, safe(id, MOST_ID)) },
  };
}

// Failures that no profile of the run counts break a rule all the same; the exit code does not speak of them.
function levelOf({ level, status }: CaseReport, { kind }: Standing): string {
  if (status === 'warn') return level === 'must' ? 'warning' : LEVELS[level];
  return kind === 'other' ? 'warning' : 'error';
}

// What a baseline lists is accepted for a reason.
function weighed(id: string, { kind }: Standing, { entries, hasBaseline }: Lookups): object {
  if (!hasBaseline) return {};
  if (kind !== 'known') return kind === 'failed' ? { baselineState: 'new' } : {};
  const reason = entries.get(id)?.reason;
  return {
    baselineState: 'unchanged',
    suppressions: [
      {
        kind: 'external',
        status: 'accepted',
        ...(reason === undefined ? {} : { justification: messageText(reason, MOST) }),
      },
    ],
  };
}
