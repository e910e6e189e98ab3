// Core, "id": source and id together tell events apart.
import { canonical } from '../../../../src/event/canonical.js';
import { differences } from '../../../../src/event/equal.js';
import { broken, KEPT, silent } from '../../say.js';
const REQUIREMENT = 'core.id.unique';
/** Distinct events of one batch have not the same source and id, unless they were asked for with these. */
export const ID_UNIQUE = {
    requirement: REQUIREMENT,
    modes: ['batch'],
    check(emitted, told) {
        const keys = (told ?? []).flatMap((event) => keyOf(event) ?? []);
        if (new Set(keys).size < keys.length)
            return silent('the same source and id were asked for twice');
        return distinct(eventsOf(emitted));
    },
};
/** The same over everything that was captured. */
export const ID_UNIQUE_STREAM = {
    requirement: REQUIREMENT,
    check: (captured) => distinct(captured.flatMap(eventsOf)),
};
const eventsOf = ({ decoded }) => (decoded.kind === 'decoded' ? decoded.value : []);
function distinct(events) {
    const seen = new Map();
    for (const event of events) {
        const key = keyOf(event);
        if (key === undefined)
            continue;
        const other = seen.get(key);
        if (other === undefined)
            seen.set(key, event);
        else if (isAnother(other, event)) {
            return broken('two distinct events have the same source and id', 'another id', shownKey(event));
        }
    }
    return seen.size > 1 ? KEPT : silent('no two events came out');
}
/** Source and id; undefined where one is missing or empty, which is another rule. */
function keyOf({ attributes }) {
    const parts = ['source', 'id'].map((name) => canonical(attributes.get(name) ?? ''));
    return parts.includes('') ? undefined : JSON.stringify(parts);
}
/**
 * Whether two events with one id are surely not one event sent twice. What a sender adds to each attempt, such as a
 * trace or the time of sending, makes no other event.
 */
const isAnother = (one, other) => differences(one, other).some((found) => found.kind === 'data' || ['type', 'subject', 'dataschema'].includes(found.name));
const shownKey = ({ attributes }) => ({
    source: canonical(attributes.get('source') ?? '').slice(0, 400),
    id: canonical(attributes.get('id') ?? '').slice(0, 400),
});
