// Judging a whole run: evidence in, one judgement a case out. Pure, so `verify` gives the same answer offline.
import type { SpecVersion } from '../event/types.js';
import type { Case } from './case.js';
import type { Evidence } from './evidence.js';
import { grade } from './grade.js';
import type { Judgement } from './judgement.js';
import { observe } from './observe.js';
import { type Local, relate } from './relate.js';

export interface Judged {
  readonly item: Case;
  readonly judgement: Judgement;
}

/** Judges every case that has evidence. A judge that throws is a fault of ours: `harness-error`, never the target's. */
export function judgeAll(
  cases: readonly Case[],
  evidence: ReadonlyMap<string, Evidence>,
  spec: SpecVersion,
): ReadonlyMap<string, Judgement> {
  const locals = cases.flatMap((item): readonly Local[] => {
    const seen = evidence.get(item.id);
    return seen === undefined ? [] : [local(item, seen)];
  });
  const related = relate(locals);
  return new Map(locals.map(({ item, judgement }, index) => [item.id, grade(related[index] ?? judgement, item, spec)]));
}

function local(item: Case, evidence: Evidence): Local {
  try {
    const observed = observe(evidence);
    return { item, observed, judgement: item.judge(observed) };
  } catch (error) {
    return {
      item,
      observed: { ...evidence, reactions: [], outputs: [] },
      judgement: { status: 'harness-error', message: `the judge of this case failed: ${String(error)}` },
    };
  }
}
