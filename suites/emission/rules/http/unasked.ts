// HTTP binding, 3: batches are for those who asked for them.
import type { HttpMessage } from '../../../../src/binding/types.js';
import { isHttp } from '../../of-binding.js';
import { broken, KEPT, silent } from '../../say.js';
import type { EmissionRule, Emitted, Shown, StreamRule } from '../../types.js';
import { outermostOf } from '../json/documents.js';
import { isMeantAsEvent, shownLabel } from '../json/labels.js';
import { isEventInHeaders } from './attribute-headers.js';
import { labelOf } from './label.js';

const REQUIREMENT = 'http.batch.unasked';

/** One event that was asked for in another mode does not come out as a batch. */
export const BATCH_UNASKED: EmissionRule<HttpMessage> = {
  requirement: REQUIREMENT,
  modes: ['binary', 'structured'],
  check(emitted, told) {
    if (told === undefined) return silent('which modes were asked for does not show in a message');
    if (isBatch(emitted)) return unasked(emitted);
    return holdsEvent(emitted) ? KEPT : silent('no event came out');
  },
};

/** The same over all that was captured. Who asked, and how, is between the producer and its user. */
export const BATCH_UNASKED_STREAM: StreamRule = {
  requirement: REQUIREMENT,
  bindings: ['http'],
  check(all, asked) {
    const captured = all.filter(isHttp);
    const batch = captured.find(isBatch);
    if (batch === undefined) return captured.some(holdsEvent) ? KEPT : silent('no event was captured');
    if (asked?.batches === false) return unasked(batch);
    return silent(asked === undefined ? 'whether batches were asked for does not show' : 'batches were asked for');
  },
};

const isBatch = (emitted: Emitted<HttpMessage>): boolean =>
  labelOf(emitted).mode === 'batch' ||
  (emitted.mode === 'structured' && outermostOf(emitted, emitted.documents) === 'array');

const holdsEvent = ({ message, mode, documents }: Emitted<HttpMessage>): boolean =>
  mode === 'binary' ? isEventInHeaders(message) : documents.length > 0 && documents.every(isMeantAsEvent);

const unasked = ({ message }: Emitted<HttpMessage>): Shown =>
  broken('a batch came out that nobody asked for', 'one event', { 'content-type': shownLabel(message) });
