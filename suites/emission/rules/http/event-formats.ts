// HTTP binding, 3.2.1 and 3.3.1: Content-Type is the media type of an event format, of which JSON is one.
import type { HttpMessage } from '../../../../src/binding/types.js';
import { broken, KEPT, silent } from '../../say.js';
import type { EmissionRule, Emitted, Shown } from '../../types.js';
import { outermostOf } from '../json/documents.js';
import { isEvent, isOfAFormat, objectsOf, shownLabel } from '../json/labels.js';
import { labelOf } from './label.js';

/** A structured event is labelled as one. Which format the label names is a rule of the formats. */
export const STR_CT: EmissionRule<HttpMessage> = {
  requirement: 'http.str.ct',
  // Under a label that has nothing to do with CloudEvents, a captured event is met in binary mode.
  modes: ['structured', 'binary'],
  check(emitted, told) {
    if (told !== undefined && emitted.mode === 'binary') return silent('no structured event was asked for');
    const documents = objectsOf(emitted);
    const { mode, format } = labelOf(emitted);
    if (mode === 'structured' && format) return KEPT;
    if (mode === 'batch') return silent('the label is that of a batch');
    if (outermostOf(emitted, documents) !== 'object') return silent('no event came out in the body');
    if (!documents.every((document) => isEvent(emitted, document))) return silent('the JSON object is no event');
    return unlabelled('a structured event', 'application/cloudevents+json', emitted, told !== undefined);
  },
};

/**
 * A batch is labelled as one. By 1.0.2 the media type of any event format will do, also that of one event; that it has to
 * be the one of batches is a rule of the JSON format.
 */
export const BAT_CT: EmissionRule<HttpMessage> = {
  requirement: 'http.bat.ct',
  modes: ['batch', 'structured', 'binary'],
  check(emitted, told) {
    if (told !== undefined && emitted.mode !== 'batch') return silent('no batch was asked for');
    const documents = objectsOf(emitted);
    const { mode, format } = labelOf(emitted);
    if (mode === 'batch' && format) return KEPT;
    if (outermostOf(emitted, documents) !== 'array') return silent('no batch came out');
    if (mode === 'structured' && format) return silent('the label is that of one event, which 1.0.2 does not rule out');
    const isBatch = documents.length === 0 ? told?.length === 0 : documents.every((item) => isEvent(emitted, item));
    if (!isBatch) return silent('the JSON array holds no events');
    return unlabelled('a batch', 'application/cloudevents-batch+json', emitted, told !== undefined);
  },
};

function unlabelled(what: string, mediaType: string, { message }: Emitted<HttpMessage>, isAsked: boolean): Shown {
  const label = shownLabel(message);
  if (!isAsked && isOfAFormat(label)) return silent('the label may be that of another format');
  const expected = { 'content-type': mediaType };
  return broken(`the label of ${what} is not that of an event format`, expected, { 'content-type': label });
}
