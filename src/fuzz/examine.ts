// One attempt at a trial: every question is asked, and what came back is looked at.
import type { Drive } from '../engine/drive.js';
import type { Evidence } from '../engine/evidence.js';
import { exchangeCase } from '../engine/exchange-case.js';
import { observe } from '../engine/observe.js';
import type { Observed } from '../engine/observed.js';
import { tokenOf } from '../engine/random.js';
import type { Tokens } from './issued-tokens.js';
import type { Obligations } from './shot.js';
import { shotsOf } from './shots-of.js';
import type { Symptom } from './symptom.js';
import { type Answered, symptomsOf } from './symptoms-of.js';
import type { Trial } from './trial.js';

export interface Examined {
  /** What weighs most first; none where nothing is wrong. */
  readonly symptoms: readonly Symptom[];
  readonly answered: readonly Answered[];
  /** The bytes both ways, question by question. */
  readonly evidence: readonly Evidence[];
}

export interface Examiner {
  readonly drive: Drive;
  readonly obligations: Obligations;
  readonly tokens: Tokens;
  /** Asks for the plainest answer, after a message that none is due for. */
  readonly isAlive: () => Promise<Observed>;
  /** Told of every question that was asked. */
  readonly onAnswer?: (observed: Observed) => void;
}

/** Asks the questions of a trial one after the other. `name` is another one for every attempt. */
export async function examine(trial: Trial, name: string, examiner: Examiner): Promise<Examined> {
  const { drive, obligations, tokens, onAnswer } = examiner;
  const answered: Answered[] = [];
  const evidence: Evidence[] = [];
  for (const shot of shotsOf(trial, name, obligations)) {
    if (drive.signal.aborted) break;
    // Known before it is sent, so that one that turns up in the answer to another is recognized.
    tokens.issue(tokenOf(drive.seed, shot.exchanged.id));
    const one = await exchangeCase(shot.exchanged, drive);
    const observed = observe(one);
    onAnswer?.(observed);
    answered.push({ shot, observed });
    evidence.push(one);
  }
  const last = answered.at(-1);
  if (last?.shot.survival === 'health' && !drive.signal.aborted)
    answered.push({ shot: { ...last.shot, survival: 'answer' }, observed: await examiner.isAlive() });
  // What the end of the run cut off says nothing.
  if (drive.signal.aborted) return { symptoms: [], answered, evidence };
  return { symptoms: symptomsOf(answered, tokens.isIssued), answered, evidence };
}
