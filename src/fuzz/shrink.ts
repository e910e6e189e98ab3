// From a trial that shows a symptom to the smallest that still does, with the target itself as the judge of every step.
import type { Arbitrary } from 'fast-check';
import { smallerTrials } from './smaller/smaller-trials.js';
import type { Symptom } from './symptom.js';
import type { Trial } from './trial.js';

/** A trial, and what it was drawn from, if it was: fast-check shrinks along the choices that it made. */
export interface Drawn {
  readonly trial: Trial;
  readonly arbitrary?: Arbitrary<Trial>;
  readonly context?: unknown;
}

export interface Shown {
  readonly trial: Trial;
  readonly symptom: Symptom;
}

export interface ShrinkOptions {
  /** Attempts for each of the two ways to shrink. */
  readonly attempts: number;
  /** Whether it has taken long enough, whatever the attempts. */
  readonly isOver: () => boolean;
  /** Tries a trial, and gives its symptom where that is alike. */
  readonly show: (trial: Trial) => Promise<Symptom | undefined>;
}

/**
 * The smallest trial that shows a symptom alike. Of damage, only what drew it knows what less of it is; of events we know better
 * what is simple in them than the choices that drew them do. Every step was shown by the target.
 */
export async function shrink(drawn: Drawn, symptom: Symptom, options: ShrinkOptions): Promise<Shown> {
  const isDamage = drawn.trial.kind === 'mutation' || drawn.trial.kind === 'violation';
  const first = isDamage ? await descend({ ...drawn, symptom }, options, drawnSmaller) : { ...drawn, symptom };
  return descend({ trial: first.trial, symptom: first.symptom }, options, ownSmaller);
}

type Step = Drawn & { readonly symptom: Symptom };

async function descend(
  start: Step,
  { attempts, isOver, show }: ShrinkOptions,
  smaller: (step: Step) => Iterable<Drawn>,
): Promise<Step> {
  let left = attempts;
  const better = async (current: Step): Promise<Step | undefined> => {
    for (const candidate of smaller(current)) {
      if (left-- <= 0 || isOver()) return undefined;
      const symptom = await show(candidate.trial);
      if (symptom !== undefined) return { ...candidate, symptom };
    }
    return undefined;
  };
  let current = start;
  for (let next = await better(current); next !== undefined; next = await better(current)) current = next;
  return current;
}

function* drawnSmaller({ trial, arbitrary, context }: Drawn): Generator<Drawn> {
  if (arbitrary === undefined) return;
  for (const { value, context: own } of arbitrary.shrink(trial, context))
    yield { trial: value, arbitrary, context: own };
}

function* ownSmaller({ trial }: Drawn): Generator<Drawn> {
  for (const one of smallerTrials(trial)) yield { trial: one };
}
