// Kafka binding, 3.2.2 and 3.3.2 on main: without data the value is null in binary mode, and never in structured mode.

import { attributeLines, mediaTypeLines, modeOfMessage } from '../../../../src/binding/parts.js';
import type { KafkaMessage } from '../../../../src/binding/types.js';
import { ofKafka } from '../../of-binding.js';
import { broken, KEPT, silent } from '../../say.js';
import type { EmissionRule } from '../../types.js';
import { binaryRule } from '../broker/binary-rule.js';
import { isEventInLines } from '../broker/lines.js';
import { outermostOf } from '../json/documents.js';
import { isEvent, objectsOf } from '../json/labels.js';

/** An event without data has a null value. */
export const NULL_VALUE: EmissionRule = binaryRule('kafka.bin.null-value', 'kafka', (message, event) => {
  if (event === undefined) return silent('whether there was data does not show');
  if (event.data !== undefined) return silent('the event has data');
  if (isNull(message)) return KEPT;
  if (message.body.length > 0) return silent('what the value holds instead is another rule');
  return broken('an event without data has a value of no bytes', null, { text: '' });
});

/** A structured event is no tombstone, whether it has data or not. */
export const NO_TOMBSTONE: EmissionRule = ofKafka({
  requirement: 'kafka.str.no-data',
  modes: ['structured'],
  check({ message }, told) {
    const [event] = told ?? [];
    if (told !== undefined && event?.data !== undefined) return silent('the event has data');
    if (isInBinaryMode(message)) return silent('no event came out in structured mode');
    if (isNull(message)) return broken('a structured event has a null value', 'the event', null);
    return message.body.length > 0 ? KEPT : silent('the value has no bytes');
  },
});

/** Whether an event that was asked for in structured mode came out in the other one. */
const isInBinaryMode = (message: KafkaMessage): boolean =>
  modeOfMessage(message).mode === 'binary' && isEventInLines(message);

const isNull = (message: { readonly binding?: string | undefined; readonly isNull?: true }): boolean =>
  message.isNull === true;

/** Whether ce_datacontenttype is there: neither demanded nor forbidden (position A40). */
export const DCT_HEADER: EmissionRule = binaryRule('kafka.bin.dct-header', 'kafka', (message) =>
  attributeLines(message).some(([name]) => name === 'datacontenttype')
    ? broken('the type of the data is in a ce_ header, too', 'content-type', 'ce_datacontenttype')
    : KEPT,
);

/** Whether a structured record says what it is (position A41). */
export const CT_ABSENT: EmissionRule = ofKafka({
  requirement: 'kafka.str.ct-absent',
  // Without a label, a captured event is met in binary mode.
  modes: ['structured', 'binary'],
  check(emitted, told) {
    if (told !== undefined && emitted.mode === 'binary') return silent('no structured event was asked for');
    const documents = objectsOf(emitted);
    const isOne = outermostOf(emitted, documents) === 'object' && documents.every((each) => isEvent(emitted, each));
    if (!isOne) return silent('no event came out as a JSON object');
    return mediaTypeLines(emitted.message).length > 0
      ? KEPT
      : broken('a structured record has no content-type', 'application/cloudevents+json', null);
  },
});
