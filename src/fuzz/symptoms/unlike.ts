// Answers that have to be alike, and are not.
import type { Judgement } from '../../engine/judgement.js';
import type { Observed, Reaction } from '../../engine/observed.js';
import type { Shot } from '../shot.js';
import type { Symptom } from '../symptom.js';
import type { Answered } from './answered.js';
import { LIMITS } from './limits.js';

/** Two answers to the same bytes that are not alike. The judgement has to be the same too. */
export function unrepeatable(judged: readonly (readonly [Answered, Judgement])[]): Symptom | undefined {
  const firsts = new Map<string, string>();
  for (const [{ shot, observed }, { status }] of judged) {
    const { bytes } = shot;
    const reaction = bytes === undefined ? undefined : reactionsOf(observed);
    if (bytes === undefined || reaction === undefined) continue;
    const words = `${reaction} ${status}`;
    const first = firsts.get(bytes);
    if (first === undefined) firsts.set(bytes, words);
    else if (first !== words)
      return unlike('unrepeatable', shot, 'The same message twice has two answers', first, words);
  }
  return undefined;
}

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

function reactionsOf({ reactions }: Observed): string | undefined {
  const words = reactions.map((reaction) => reactionOf(reaction));
  return words.includes(undefined) ? undefined : words.join(' ');
}

function reactionOf(reaction: Reaction): string | undefined {
  if (reaction.kind === 'broken' || reaction.kind === 'undecided') return undefined;
  if (reaction.status !== undefined && LIMITS.has(reaction.status)) return undefined;
  return reaction.kind;
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
