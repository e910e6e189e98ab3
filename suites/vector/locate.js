import { headerValue } from '../../src/binding/http/headers.js';
import { isOwnEvent } from '../../src/engine/own-event.js';
import { sameEvent } from '../../src/event/equal.js';
/**
 * Events are matched by the id that was sent; an event alone is taken for the one that was sent, so that an id which
 * was altered shows as altered rather than as lost.
 */
export function locate(vector, observed, count) {
    const request = observed.requests[0];
    if (request === undefined || observed.outputs.length === 0)
        return { kind: 'none' };
    // Of who passes events on, a copy is all that is asked.
    if (vector.through !== true && observed.outputs.some((output) => output.copied))
        return { kind: 'copied' };
    const through = vector.through === true ? { through: true } : {};
    const all = [];
    for (const { decoded, message } of observed.outputs) {
        if (decoded.kind === 'decoded') {
            if (isTwoEvents(message, decoded.value))
                return { kind: 'unreadable', reason: TWO_EVENTS };
            const { mode } = decoded.value;
            for (const event of decoded.value.events)
                all.push({ event, mode, request, ...(message && { message }), ...through });
        }
        else if (decoded.code !== 'not-an-event')
            return { kind: 'unreadable', reason: decoded.reason };
    }
    // Whoever forwards may do so more than once: the same event again is a duplicate, not another event (core, id).
    const seen = observed.observation === 'sink' ? distinct(all) : all;
    // A reply may carry an event of the target's own, which tells nothing about the one that was sent.
    if (!seen.some(({ event }) => isOwnEvent(event, observed))) {
        const isExpected = expectedIds(vector, observed.token, count).some((id) => byId(seen, id) !== undefined);
        if (!isExpected)
            return { kind: 'none' };
    }
    if (count <= 1 && vector.batch === undefined) {
        return {
            kind: 'found',
            events: [byId(seen, idOf(vector, 0, observed.token)) ?? seen[0]],
            surplus: surplus(vector, seen, 1),
        };
    }
    const events = Array.from({ length: count }, (_, index) => byId(seen, idOf(vector, index, observed.token)));
    return { kind: 'found', events, surplus: Math.max(0, seen.length - count) };
}
const distinct = (seen) => seen.filter((one, index) => !seen.slice(0, index).some((earlier) => sameEvent(earlier.event, one.event)));
const expectedIds = (vector, token, count) => Array.from({ length: count }, (_, index) => idOf(vector, index, token));
const TWO_EVENTS = 'its ce-id is not that of the event in its body';
// An event whose data is an event, written in binary mode, has the Content-Type of structured mode: what was understood
// is in the headers, what a reader finds is in the body.
function isTwoEvents(message, { mode, events }) {
    const id = mode === 'binary' || message === undefined ? undefined : headerValue(message.headers, 'ce-id');
    return id !== undefined && !events.some(({ attributes }) => attributes.get('id') === id);
}
// A message that was sent more than once may come out more than once.
const surplus = (vector, seen, count) => Math.max(0, seen.length - count * (vector.times ?? 1));
const byId = (seen, id) => seen.find(({ event }) => event.attributes.get('id') === id);
function idOf(vector, index, token) {
    const expected = vector.expect;
    const attributes = expected === undefined || 'accepted' in expected || 'refused' in expected
        ? undefined
        : ('event' in expected ? expected.event : expected.elements[index])?.attributes;
    return String(attributes?.['id'] ?? (vector.batch?.[index] ?? vector.event)?.set?.['id'] ?? token);
}
