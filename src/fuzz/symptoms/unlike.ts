// Answers that have to be alike, and are not.
import type { Judgement, Status } from '../../engine/judgement.js';
import type { Observed, Reaction } from '../../engine/observed.js';
import type { Stimulus } from '../../target/types.js';
import type { Shot } from '../shot.js';
import type { Symptom } from '../symptom.js';
import type { Answered } from './answered.js';
import { isOfSize } from './limits.js';

/** Two answers to the same bytes that are not alike. What was made of them has to be the same too, where that was seen. */
export function unrepeatable(judged: readonly (readonly [Answered, Judgement])[]): Symptom | undefined {
  const firsts = new Map<string, string>();
  for (const [{ shot, observed }, { status }] of judged) {
    const { bytes } = shot;
    const reaction = bytes === undefined ? undefined : reactionsOf(observed);
    const made = MADE_OF_IT[status];
    if (bytes === undefined || reaction === undefined || made === undefined) continue;
    const words = reaction === 'accepted' ? `${reaction}, and ${made}` : reaction;
    const first = firsts.get(bytes);
    if (first === undefined) firsts.set(bytes, words);
    else if (first !== words)
      return unlike('unrepeatable', shot, 'The same message twice has two answers', first, words);
  }
  return undefined;
}

/** What a judgement says about an event that was accepted. What was not seen is no answer that another one could contradict. */
const MADE_OF_IT: Partial<Record<Status, string>> = { pass: 'understood', fail: 'not understood' };

/** One message that is written in two ways which mean the same, taken in one and refused in the other. No rule says what is right. */
export function disagreements(answered: readonly Answered[]): readonly Symptom[] {
  const [first, ...others] = answered.filter(({ shot }) => shot.group !== undefined);
  const words = first && reactionsOf(first.observed);
  if (first === undefined || words === undefined) return [];
  return others.flatMap(({ shot, observed }): readonly Symptom[] => {
    const other = reactionsOf(observed);
    return other === undefined || other === words
      ? []
      : [unlike('disagrees', shot, 'What means nothing makes another answer of an invalid message', words, other)];
  });
}

function reactionsOf({ reactions, requests }: Observed): string | undefined {
  const words = reactions.map((reaction, index) => reactionOf(reaction, requests[index]));
  return words.includes(undefined) ? undefined : words.join(' ');
}

function reactionOf(reaction: Reaction, request: Stimulus | undefined): string | undefined {
  if (reaction.kind === 'broken' || reaction.kind === 'undecided') return undefined;
  return isOfSize(reaction, request) ? undefined : reaction.kind;
}

const unlike = (
  kind: 'unrepeatable' | 'disagrees',
  { way }: Shot,
  title: string,
  expected: string,
  actual: string,
): Symptom => ({
  class: kind,
  way,
  names: [],
  title,
  message: `first ${expected}, then ${actual}`,
  expected,
  actual,
  detail: '',
});
