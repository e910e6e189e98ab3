// Outcomes where the text prescribes none: recorded in words and values, never judged.
import { reactionWords } from '../../src/engine/reaction-words.js';
import { toWire } from '../../src/event/wire.js';
/** What happened: `accepted`, `refused` or `undecided`, with the watched values of what came out. */
export function record(vector, observed) {
    const reaction = observed.reactions[0];
    if (reaction === undefined || reaction.kind === 'broken')
        return { status: 'inconclusive', message: 'there was no answer' };
    const events = observed.outputs.flatMap(eventsOf);
    const values = events.map((event) => watched(event, vector.watch ?? []));
    const words = observed.observation === 'status' || reaction.kind !== 'accepted'
        ? reactionWords(reaction)
        : `${reactionWords(reaction)}, ${events.length === 0 ? 'no event' : `${events.length} event${events.length > 1 ? 's' : ''}`} came out`;
    return {
        status: 'observed',
        message: words,
        actual: {
            reaction: reaction.kind,
            ...(reaction.status === undefined ? {} : { status: reaction.status }),
            ...(values.length > 0 ? { events: values } : {}),
        },
    };
}
const eventsOf = (output) => (output.decoded.kind === 'decoded' ? output.decoded.value.events : []);
function watched(event, names) {
    const wire = toWire(event);
    return Object.fromEntries(names.map((name) => [name, (name === 'data' ? wire.data : wire.attributes[name]) ?? null]));
}
