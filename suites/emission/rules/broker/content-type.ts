// Over a broker the media type of a message is that of the data in binary mode, and that of an event format in structured mode.
import { contentMode } from '../../../../src/binding/content-mode.js';
import { mediaTypeLines } from '../../../../src/binding/parts.js';
import type { Binding } from '../../../../src/binding/types.js';
import { textOfValue } from '../../../../src/binding/utf8-value.js';
import { sameMediaType } from '../../../../src/event/media-type.js';
import { broken, KEPT, silent } from '../../say.js';
import type { EmissionRule } from '../../types.js';
import { toldType } from '../json/declared.js';
import { outermostOf } from '../json/documents.js';
import { isEvent, isOfAFormat, objectsOf, shownLabel } from '../json/labels.js';
import { binaryRule } from './binary-rule.js';

/** The type of the data is the media type of the message, with its parameters. */
export const typeOfData = (requirement: string, binding: Extract<Binding, 'kafka' | 'mqtt5'>): EmissionRule =>
  binaryRule(requirement, binding, (message, event) => {
    if (event === undefined) return silent('which type the data has does not show');
    const told = toldType(event);
    if (told === undefined) return silent('the data has no type');
    const types = [
      ...new Set(mediaTypeLines(message).map((line) => (binding === 'kafka' ? (textOfValue(line) ?? line) : line))),
    ];
    const [type] = types;
    const shown = { 'content-type': shownLabel(message) };
    if (type === undefined)
      return broken('the type of the data did not come out', { 'content-type': told }, shown, 'missing');
    if (types.length > 1)
      return broken('there is more than one content-type', { 'content-type': told }, shown, 'several');
    return sameMediaType(type, told)
      ? KEPT
      : broken('the content-type is not the type of the data', { 'content-type': told }, shown, 'changed');
  });

/** A structured event is labelled as one. `isOptional`: without a label, nothing is broken. */
export const typeOfFormat = (
  requirement: string,
  binding: Extract<Binding, 'kafka' | 'mqtt5'>,
  { isOptional }: { readonly isOptional: boolean },
): EmissionRule => ({
  requirement,
  // Under a label that has nothing to do with CloudEvents, a captured event is met in binary mode.
  modes: ['structured', 'binary'],
  bindings: [binding],
  check(emitted, told) {
    if (told !== undefined && emitted.mode === 'binary') return silent('no structured event was asked for');
    const documents = objectsOf(emitted);
    const label = shownLabel(emitted.message);
    const { mode, format } = contentMode(label ?? undefined);
    if (mode === 'structured' && format !== undefined && format !== '') return KEPT;
    if (mode === 'batch') return silent('the label is that of a batch');
    if (outermostOf(emitted, documents) !== 'object') return silent('no event came out as a JSON object');
    if (!documents.every((document) => isEvent(emitted, document))) return silent('the JSON object is no event');
    if (label === null && isOptional) return silent('there is no content-type');
    if (told === undefined && isOfAFormat(label)) return silent('the label may be that of another format');
    const expected = { 'content-type': 'application/cloudevents+json' };
    return broken('the label of a structured event is not that of an event format', expected, {
      'content-type': label,
    });
  },
});
