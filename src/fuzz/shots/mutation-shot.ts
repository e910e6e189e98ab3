// Damage without regard to any rule.
import { mutate } from '../../generate/mutation/mutate.js';
import type { Delivery } from '../../generate/mutation/types.js';
import { write } from '../../generate/writing/write.js';
import { marked } from '../marked.js';
import type { Shot } from '../shot.js';
import type { MutationTrial } from '../trial.js';
import { ANY_TOKEN } from './any-token.js';
import { rawStimulusOf } from './stimulus-of.js';
import { wayOf } from './way-of.js';

/** The damaged message; where it is cut off, or of another length than it says, nothing is asked of the answer. */
export function mutationShot({ event, writing, mutation }: MutationTrial, name: string): Shot {
  const isWhole = (delivery: Delivery): boolean => delivery.lengthDelta === undefined && delivery.cutAt === undefined;
  const made = (token: string) => mutate(write([marked(event, token)], writing), mutation);
  return {
    exchanged: {
      id: name,
      task: 'decode',
      events: 0,
      stimulus: (token) => {
        const { message, delivery } = made(token);
        return [rawStimulusOf(message, delivery)];
      },
    },
    way: wayOf(writing.form),
    survival: isWhole(made(ANY_TOKEN).delivery) ? 'answer' : 'health',
  };
}
