// Core, "Overview": all implementations support the JSON format.
import { broken, KEPT, silent } from '../../say.js';
import { outermostOf } from '../json/documents.js';
import { isMeantAsEvent, shownLabel } from '../json/labels.js';
/** In structured mode an event comes out as JSON. How well is the matter of the format's own rules. */
export const FORMAT_JSON = {
    requirement: 'core.format.json',
    modes: ['structured'],
    check(emitted, told) {
        const { documents, message } = emitted;
        if (outermostOf(emitted, documents) === 'object' && documents.every(isMeantAsEvent))
            return KEPT;
        if (told === undefined)
            return silent('the message is no event in JSON');
        const actual = { 'content-type': shownLabel(message) };
        return broken('the event did not come out in the JSON format', 'an event in the JSON format', actual);
    },
};
