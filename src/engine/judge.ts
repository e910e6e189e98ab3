// Judging a whole run: evidence in, one judgement a case out. Pure, so `verify` gives the same answer offline.
import type { SpecVersion } from '../event/types.js';
import type { Case } from './case.js';
import type { Evidence } from './evidence.js';
import { grade } from './grade.js';
import type { Judgement } from './judgement.js';
import { observe } from './observe.js';
import { bearing, type Local, relate } from './relate.js';

/** Judges in two steps: each case by itself, as soon as its evidence is there, and then all of them together. */
export interface Judging {
  /** Judges one case by itself. A run calls this while others are under way, so that nobody waits for it at the end. */
  hear(item: Case, evidence: Evidence): void;
  /** The judgements of all cases that have evidence, heard before or not. */
  decide(cases: readonly Case[], evidence: ReadonlyMap<string, Evidence>): ReadonlyMap<string, Judgement>;
}

/** A judge that throws is a fault of ours: `harness-error`, never the target's. */
export function createJudging(spec: SpecVersion): Judging {
  // By the evidence itself: a case that was asked again has other evidence.
  const heard = new WeakMap<Evidence, Local>();
  const judged = (item: Case, evidence: Evidence): Local => {
    const known = heard.get(evidence);
    if (known !== undefined) return known;
    const local = localOf(item, evidence);
    heard.set(evidence, local);
    return local;
  };
  return {
    hear: judged,
    decide(cases, evidence) {
      const locals = cases.flatMap((item): readonly Local[] => {
        const seen = evidence.get(item.id);
        return seen === undefined ? [] : [judged(item, seen)];
      });
      const related = relate(locals);
      return new Map(
        locals.map(({ item, judgement }, index) => [item.id, grade(related[index] ?? judgement, item, spec)]),
      );
    },
  };
}

/** Judges every case that has evidence, at once. */
export const judgeAll = (
  cases: readonly Case[],
  evidence: ReadonlyMap<string, Evidence>,
  spec: SpecVersion,
): ReadonlyMap<string, Judgement> => createJudging(spec).decide(cases, evidence);

function localOf(item: Case, evidence: Evidence): Local {
  try {
    const observed = observe(evidence);
    return { item, judgement: item.judge(observed), ...bearing(observed) };
  } catch (error) {
    return {
      item,
      judgement: { status: 'harness-error', message: `the judge of this case failed: ${String(error)}` },
      holds: false,
      refused: false,
    };
  }
}
