import type { Registry } from '../../../suites/registry.js';
import { EXIT } from '../../engine/error.js';
import type { Report } from '../types.js';
import { assertCommon } from './assert-diffable.js';
import { type Comparison, compareCases, type NamedReport } from './compare-cases.js';
import { compareFindings } from './compare-findings.js';
import { compareRequirements } from './compare-requirements.js';
import { claimsBetween, differencesOf, profilesBetween } from './differences.js';
import type { Resolve } from './keyed-cases.js';
import { type CaseChange, type Change, DIFF_SCHEMA, type Diff, type Side } from './types.js';

/**
 * What became of a target between two reports. Pure. `resolve` gives the present id of a requirement. Throws a usage error where the
 * reports have no case in common, or one of them has a case twice.
 */
export function buildDiff(old: NamedReport, now: NamedReport, registry: Registry, resolve: Resolve): Diff {
  const comparison = compareCases(old, now, resolve);
  assertCommon(comparison.common, old, now);
  const { changes, common, same } = comparison;
  const outcome = outcomeOf(comparison);
  return {
    schema: DIFF_SCHEMA,
    outcome,
    exit: EXITS[outcome],
    old: sideOf(old.report),
    new: sideOf(now.report),
    differences: differencesOf(old.report, now.report),
    claims: claimsBetween(old.report, now.report),
    profiles: profilesBetween(old.report, now.report),
    compared: { cases: common, same },
    counts: countsOf(changes),
    findings: compareFindings(old.report, now.report, resolve),
    requirements: compareRequirements(old.report, now.report, changes, registry, resolve),
    cases: changes,
  };
}

const EXITS = {
  'no-regression': EXIT.conformant,
  regression: EXIT.nonconformant,
  undecided: EXIT.inconclusive,
} as const;

function outcomeOf({ changes, hadEvidence }: Comparison): Diff['outcome'] {
  if (changes.some(isRegression)) return 'regression';
  return changes.some(isOpen) || !hadEvidence ? 'undecided' : 'no-regression';
}

/** A rule that counts was seen to hold and is seen to be broken, by one and the same case. */
export const isRegression = ({ change, counts, revised }: CaseChange): boolean =>
  change === 'regressed' && counts && revised === undefined;

/** A rule that counts was seen to hold, and whether it still does cannot be told. */
export const isOpen = ({ change, counts, revised }: CaseChange): boolean =>
  counts && (change === 'lost' || (change === 'regressed' && revised !== undefined));

export const CHANGES: readonly Change[] = [
  'regressed',
  'lost',
  'appeared',
  'fixed',
  'shown',
  'hidden',
  'changed',
  'added',
  'removed',
];

function countsOf(changes: readonly CaseChange[]): Diff['counts'] {
  const count = (change: Change): Diff['counts'][Change] => {
    const members = changes.filter((one) => one.change === change);
    return { cases: members.length, weighty: members.filter(({ counts }) => counts).length };
  };
  return Object.fromEntries(CHANGES.map((change) => [change, count(change)])) as Diff['counts'];
}

function sideOf({ target, tool, suite, run, verdict, summary, cases }: Report): Side {
  const { name, version, language } = target;
  return {
    name,
    ...(version === undefined ? {} : { version }),
    ...(language === undefined ? {} : { language }),
    tool,
    suite,
    seed: run.seed,
    startedAt: run.startedAt,
    verdict,
    summary,
    cases: cases.length,
    ...(run.stopped === undefined ? {} : { stopped: run.stopped }),
  };
}
