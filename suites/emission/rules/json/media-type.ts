// JSON format, sections 3 and 4.2: the media types of an event and of a batch.
import { bindingOf } from '../../../../src/binding/types.js';
import { JSON_MEDIA_TYPE } from '../../../../src/format/json.js';
import { JSON_BATCH_MEDIA_TYPE } from '../../../../src/format/json-batch.js';
import { broken, KEPT, silent } from '../../say.js';
import type { EmissionRule, Emitted, Shown } from '../../types.js';
import { outermostOf } from './documents.js';
import { isEvent, isLabelled, objectsOf, shownLabel } from './labels.js';

/** An event is labelled application/cloudevents+json. */
export const ENV_MEDIA_TYPE: EmissionRule = {
  requirement: 'json.env.media-type',
  // Under a label that has nothing to do with CloudEvents, a captured event is met in binary mode.
  modes: ['structured', 'binary'],
  check(emitted) {
    const documents = objectsOf(emitted);
    if (outermostOf(emitted, documents) !== 'object') return silent('no event came out as a JSON object');
    if (isLabelled(emitted.message, JSON_MEDIA_TYPE)) return KEPT;
    // By the Kafka binding, section 3.3.1, there need not be any label (position A41).
    if (bindingOf(emitted.message) === 'kafka' && shownLabel(emitted.message) === null) {
      return silent('a record without content-type has no label');
    }
    if (!documents.every((document) => isEvent(emitted, document))) return silent('the JSON object is no event');
    return mislabelled('an event in the JSON format', JSON_MEDIA_TYPE, emitted);
  },
};

/** A batch is labelled application/cloudevents-batch+json. */
export const BATCH_MEDIA_TYPE: EmissionRule = {
  requirement: 'json.batch.media-type',
  modes: ['batch', 'structured', 'binary'],
  check(emitted, told) {
    const documents = objectsOf(emitted);
    if (outermostOf(emitted, documents) !== 'array') return silent('no batch came out as a JSON array');
    if (isLabelled(emitted.message, JSON_BATCH_MEDIA_TYPE)) return KEPT;
    const isBatch = documents.length === 0 ? told?.length === 0 : documents.every((item) => isEvent(emitted, item));
    return isBatch ? mislabelled('a batch', JSON_BATCH_MEDIA_TYPE, emitted) : silent('the JSON array holds no events');
  },
};

const mislabelled = (what: string, mediaType: string, { message }: Emitted): Shown =>
  broken(
    `${what} is not labelled ${mediaType}`,
    { 'content-type': mediaType },
    { 'content-type': shownLabel(message) },
  );
