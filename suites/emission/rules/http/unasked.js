// HTTP binding, 3: batches are for those who asked for them.
import { broken, KEPT, silent } from '../../say.js';
import { outermostOf } from '../json/documents.js';
import { isMeantAsEvent, shownLabel } from '../json/labels.js';
import { isEventInHeaders } from './attribute-headers.js';
import { labelOf } from './label.js';
const REQUIREMENT = 'http.batch.unasked';
/** One event that was asked for in another mode does not come out as a batch. */
export const BATCH_UNASKED = {
    requirement: REQUIREMENT,
    modes: ['binary', 'structured'],
    check(emitted, told) {
        if (told === undefined)
            return silent('which modes were asked for does not show in a message');
        if (isBatch(emitted))
            return unasked(emitted);
        return holdsEvent(emitted) ? KEPT : silent('no event came out');
    },
};
/** The same over all that was captured. Who asked, and how, is between the producer and its user. */
export const BATCH_UNASKED_STREAM = {
    requirement: REQUIREMENT,
    check(captured, asked) {
        const batch = captured.find(isBatch);
        if (batch === undefined)
            return captured.some(holdsEvent) ? KEPT : silent('no event was captured');
        if (asked?.batches === false)
            return unasked(batch);
        return silent(asked === undefined ? 'whether batches were asked for does not show' : 'batches were asked for');
    },
};
const isBatch = (emitted) => labelOf(emitted).mode === 'batch' ||
    (emitted.mode === 'structured' && outermostOf(emitted, emitted.documents) === 'array');
const holdsEvent = ({ message, mode, documents }) => mode === 'binary' ? isEventInHeaders(message) : documents.length > 0 && documents.every(isMeantAsEvent);
const unasked = ({ message }) => broken('a batch came out that nobody asked for', 'one event', { 'content-type': shownLabel(message) });
