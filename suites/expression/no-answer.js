import { broken } from '../vector/causes.js';
/**
 * The judgement where a question had no answer; undefined where all had one. Who breaks down over a valid expression has
 * not evaluated it; over what is no expression, that is a matter of robustness, of which the text says nothing.
 */
export function noAnswer({ reactions }, isInvalid) {
    for (const reaction of reactions) {
        if (reaction.kind === 'broken')
            return broken(reaction.failure, isInvalid ? {} : { expect: { accepted: true } });
        if (reaction.kind === 'undecided')
            return { status: 'inconclusive', message: reaction.reason };
    }
    return undefined;
}
