// What follows where an engine gives no answer at all.
import type { Judgement } from '../../src/engine/judgement.js';
import type { Observed } from '../../src/engine/observed.js';
import { broken } from '../vector/causes.js';

/**
 * The judgement where a question had no answer; undefined where all had one. Who breaks down over a valid expression has
 * not evaluated it; over what is no expression, that is a matter of robustness, of which the text says nothing.
 */
export function noAnswer({ reactions }: Observed, isInvalid: boolean): Judgement | undefined {
  for (const reaction of reactions) {
    if (reaction.kind === 'broken') {
      const judgement = broken(reaction.failure, isInvalid ? {} : { expect: { accepted: true } });
      if (judgement.cause === undefined) return judgement;
      const title = `No answer to a valid expression: ${reaction.failure.message}`;
      return { ...judgement, cause: { ...judgement.cause, title } };
    }
    if (reaction.kind === 'undecided') return { status: 'inconclusive', message: reaction.reason };
  }
  return undefined;
}
