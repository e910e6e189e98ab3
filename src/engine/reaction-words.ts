import type { Reaction } from './observed.js';

/** What a target did with an event, for a sentence: `refused with 400`; of an adapter, which has no status, `refused`. */
export function reactionWords(reaction: Exclude<Reaction, { readonly kind: 'broken' }>): string {
  return reaction.status === undefined ? reaction.kind : `${reaction.kind} with ${reaction.status}`;
}
