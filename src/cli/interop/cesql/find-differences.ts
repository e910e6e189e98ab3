// All that is found out about one engine: its mode, where it differs from ours, and what those expressions shrink to.

import type { Posed } from '../../../generate/expression/posed.js';
import { textOf } from '../../../generate/expression/spell.js';
import type { Answer, OursByMode } from '../../../report/interop-cesql/answer.js';
import { chooseMode } from '../../../report/interop-cesql/choose-mode.js';
import type { How } from '../../../report/interop-cesql/compare.js';
import type { Found } from '../../../report/interop-cesql/groups.js';
import type { Engine } from '../../../report/interop-cesql/types.js';
import { inParallel } from '../in-parallel.js';
import type { AskedEngine } from './engine.js';
import { differenceOf, type Shrunk, shrinkDifference } from './shrink-difference.js';

export interface FindOptions {
  readonly signal: AbortSignal;
  /** Told after each expression that was shrunk. */
  readonly onShrunk: () => void;
}

export interface EngineFindings {
  readonly engine: Engine;
  readonly found: readonly Found[];
}

/** What was asked of one engine, and what it answered. */
export interface AnsweredEngine {
  readonly asked: AskedEngine;
  readonly answers: readonly Answer[];
}

/** Expressions that are shrunk of one engine, and questions for each: more of them show no cause that these do not. */
const [MOST_SHRUNK, MOST_QUESTIONS] = [2000, 600];

/** The same where a question may end a program, which takes its time to start again, or wait for its deadline twice. */
const FATAL: Readonly<Partial<Record<How, { readonly shrunk: number; readonly questions: number }>>> = {
  dies: { shrunk: 5, questions: 40 },
  hangs: { shrunk: 2, questions: 12 },
};

/** Expressions of one engine that are shrunk at a time. */
const AT_A_TIME = 8;

export async function findDifferences(
  { asked, answers }: AnsweredEngine,
  all: readonly Posed[],
  ours: readonly OursByMode[],
  { signal, onShrunk }: FindOptions,
): Promise<EngineFindings> {
  const chosen = chooseMode(answers, ours, asked.declared);
  const differing = answers.flatMap((answer, index) => {
    const posed = all[index];
    const seen = posed && differenceOf(posed, answer, chosen.mode);
    return seen === undefined ? [] : [seen];
  });
  const taken = takenOf(differing);
  const ask = remembering(asked);
  const found = await inParallel(taken, AT_A_TIME, signal, async (start): Promise<Found> => {
    const questions = FATAL[start.difference.how]?.questions ?? MOST_QUESTIONS;
    const shrunk = await shrinkDifference(start, chosen.mode, questions, ask);
    onShrunk();
    return { subject: asked.subject.id, from: start.posed, ...shrunk };
  });
  const sorted = found.filter((one) => one !== undefined);
  const unsorted = differing.length - sorted.length;
  const gaveUp = asked.gaveUp();
  return {
    engine: {
      ...asked.subject,
      ...chosen,
      asked: answers.filter(({ kind }) => kind !== 'not-asked').length,
      differing: differing.length,
      ...(unsorted > 0 && { unsorted }),
      ...(gaveUp !== undefined && { gaveUp }),
    },
    found: sorted,
  };
}

function takenOf(differing: readonly Shrunk[]): readonly Shrunk[] {
  const counts = new Map<How, number>();
  return differing
    .filter(({ difference: { how } }) => {
      const count = (counts.get(how) ?? 0) + 1;
      counts.set(how, count);
      return count <= (FATAL[how]?.shrunk ?? MOST_SHRUNK);
    })
    .slice(0, MOST_SHRUNK);
}

/** Many expressions shrink to the same: nobody is asked twice. */
function remembering(engine: AskedEngine): AskedEngine['evaluate'] {
  const known = new Map<string, Promise<Answer>>();
  return (posed) => {
    const key = JSON.stringify([textOf(posed), ...posed.event.attributes]);
    const asked = known.get(key) ?? engine.evaluate(posed);
    known.set(key, asked);
    return asked;
  };
}
