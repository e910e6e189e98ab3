// Case by case: what became of each, and whether that can be due to anything but the target.
import type { Level } from '../../engine/requirement.js';
import type { CaseReport, Report } from '../types.js';
import { absenceOf } from './absence.js';
import { keyedCases, presentId, type Resolve } from './keyed-cases.js';
import { middleCut } from './middle-cut.js';
import { revisions } from './revisions.js';
import { changeOf } from './transition.js';
import type { CaseChange } from './types.js';

/** A report, and where it was read, for messages. */
export interface NamedReport {
  readonly file: string;
  readonly report: Report;
}

export interface Comparison {
  /** Cases that changed, in the order of the new report; those that it lacks come last. */
  readonly changes: readonly CaseChange[];
  /** Cases that both reports have, and those of them whose status stayed. */
  readonly common: number;
  readonly same: number;
  /** Whether any case that counts was seen to hold or to be broken in the old report. */
  readonly hadEvidence: boolean;
}

/** Longest text of a report that is repeated, in code points. */
const MOST = 400;

/** Compares two reports. Throws a usage error where one of them has a case twice. */
export function compareCases(old: NamedReport, now: NamedReport, resolve: Resolve): Comparison {
  const before = keyedCases(old.report, old.file, resolve);
  const after = keyedCases(now.report, now.file, resolve);
  const changes: CaseChange[] = [];
  let common = 0;
  let same = 0;
  for (const [id, item] of after) {
    const known = before.get(id);
    if (known !== undefined) common++;
    if (known?.status === item.status) same++;
    else changes.push(changeOfPair(id, known, item, old.report, now.report, resolve));
  }
  for (const [id, item] of before)
    if (!after.has(id)) changes.push(changeOfPair(id, item, undefined, old.report, now.report, resolve));
  return { changes, common, same, hadEvidence: old.report.cases.some(isEvidence) };
}

const EVIDENCE: ReadonlySet<string> = new Set(['pass', 'fail', 'timeout']);

const isEvidence = (item: CaseReport): boolean => isWeighty(item) && EVIDENCE.has(item.status);

function changeOfPair(
  id: string,
  before: CaseReport | undefined,
  after: CaseReport | undefined,
  old: Report,
  now: Report,
  resolve: Resolve,
): CaseChange {
  const known = [after, before].filter((one) => one !== undefined);
  const absence = absenceBetween(before, after, old, now);
  const revised = before === undefined || after === undefined ? [] : revisions(before, after, old, now);
  const message = (after ?? before)?.message;
  return {
    id,
    ...(before === undefined || before.id === id ? {} : { formerly: before.id }),
    requirement: presentId(known[0]?.requirement ?? id, resolve),
    level: strictest(known),
    change: isOfTarget(absence) ? changeOf(before?.status, after?.status) : before === undefined ? 'added' : 'removed',
    ...(before === undefined ? {} : { old: before.status }),
    ...(after === undefined ? {} : { new: after.status }),
    counts: known.some(isWeighty),
    ...(absence === undefined ? {} : { absence }),
    ...(revised.length === 0 ? {} : { revised }),
    ...(message === undefined ? {} : { message: middleCut(message, MOST) }),
  };
}

function absenceBetween(
  before: CaseReport | undefined,
  after: CaseReport | undefined,
  old: Report,
  now: Report,
): CaseChange['absence'] {
  if (before === undefined) return after && absenceOf(after, now, old);
  return after === undefined ? absenceOf(before, old, now) : undefined;
}

const isOfTarget = (absence: CaseChange['absence']): boolean => absence === undefined || absence === 'target';

// What a verdict speaks of, in the words of src/engine/verdict.ts.
const isWeighty = ({ level, unscored, uncounted }: CaseReport): boolean =>
  level === 'must' && unscored !== true && uncounted !== true;

const LEVELS: readonly Level[] = ['must', 'should', 'may', 'info'];

const strictest = (known: readonly CaseReport[]): Level =>
  LEVELS.find((level) => known.some((item) => item.level === level)) ?? 'info';
