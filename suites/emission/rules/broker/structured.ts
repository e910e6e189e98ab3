// Structured mode over a broker: the payload is the whole event, and what stands beside it says nothing else.

import { modeOfMessage } from '../../../../src/binding/parts.js';
import { type Binding, bindingOf } from '../../../../src/binding/types.js';
import { textOfValue } from '../../../../src/binding/utf8-value.js';
import { REQUIRED_ATTRIBUTES } from '../../../../src/event/names.js';
import { sameInstant } from '../../../../src/event/timestamp.js';
import type { CloudEvent } from '../../../../src/event/types.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import type { EmissionRule, Shown } from '../../types.js';
import { type Document, documentsOf, memberOf, outermostOf, setMember, textOf } from '../json/documents.js';
import { isMeantAsEvent, shownLabel } from '../json/labels.js';
import { nestedNames } from '../json/nested-names.js';
import { lineName, linesByAttribute, shownLine } from './lines.js';

/** The payload is one event in JSON. */
export const inJson = (requirement: string, bindings: readonly Binding[]): EmissionRule => ({
  requirement,
  modes: ['structured'],
  bindings,
  check(emitted, told) {
    const { documents, message } = emitted;
    const outermost = outermostOf(emitted, documents);
    if (outermost === 'object' && documents.every(isMeantAsEvent)) return KEPT;
    if (told === undefined) return silent('the message may be in another format');
    // Over MQTT 3.1.1 whatever comes out is meant as a structured event. Elsewhere the label says what is.
    const isStructured = modeOfMessage(message).mode === 'structured' && message.body.length > 0;
    const isOther = bindingOf(message) !== 'mqtt3' && (!isStructured || outermost === 'array');
    if (isOther) return silent('no event came out in structured mode');
    const actual = { 'content-type': shownLabel(message) };
    return broken('the event did not come out in the JSON format', 'an event in the JSON format', actual);
  },
});

/** The payload has every attribute. Its value and its JSON type are rules of the format. */
export const wholeEvent = (requirement: string, bindings: readonly Binding[]): EmissionRule => ({
  requirement,
  modes: ['structured'],
  bindings,
  check(emitted, told) {
    const [document] = documentsOf(emitted);
    const [event] = told ?? [];
    if (event === undefined) {
      return document === undefined ? silent('no event came out as a JSON object') : captured(document);
    }
    if (document !== undefined && isMeantAsEvent(document)) {
      return weigh(asked(document, event), 'the event has no attributes');
    }
    const { mode, format } = modeOfMessage(emitted.message);
    if (mode !== 'structured') return silent('no event came out in structured mode');
    if (format !== 'json') return silent('the event may be in another format');
    const label = { 'content-type': shownLabel(emitted.message) };
    return broken('the payload is no event', 'an event in the JSON format', label, 'no event');
  },
});

function asked(document: Document, event: CloudEvent): readonly Shown[] {
  const nested = nestedNames(document);
  return [...event.attributes]
    .filter(([name]) => name !== 'data' && name !== 'data_base64')
    .map(([name, value]): Shown => {
      if (setMember(document, name) !== undefined) return KEPT;
      if (nested.has(name)) return silent(`${name} stands inside another member`);
      // A type that is implied need not be written.
      if (name === 'datacontenttype' && memberOf(document, 'data') !== undefined)
        return silent('the type may be implied');
      return broken(`${name} is not in the payload`, { [name]: value }, { [name]: null }, 'missing');
    });
}

const captured = (document: Document): Shown =>
  REQUIRED_ATTRIBUTES.every((name) => setMember(document, name) !== undefined)
    ? KEPT
    : silent('a required attribute is missing');

/** With or without lines beside the payload is right. Those that are there had better say what the payload says. */
export const mirrored = (requirement: string, binding: Extract<Binding, 'kafka' | 'mqtt5'>): EmissionRule => ({
  requirement,
  modes: ['structured'],
  bindings: [binding],
  check(emitted) {
    const [document] = documentsOf(emitted);
    if (document === undefined) return silent('no event came out as a JSON object');
    const { message } = emitted;
    const parts = [...linesByAttribute(message)].map(([name, lines]): Shown => {
      const value = textOf(setMember(document, name));
      if (value === undefined) return silent(`${name} is not in the payload`);
      const texts = lines.map((raw) => textOfValue(raw));
      const isSame = texts.every(
        (text) => text === value || (name === 'time' && text !== undefined && sameInstant(value, text) !== 'different'),
      );
      if (isSame) return KEPT;
      const line = lineName(message, name);
      return broken(`${line} differs from the payload`, { [line]: value }, shownLine(message, name, lines));
    });
    return parts.length === 0 ? KEPT : weigh(parts, '');
  },
});
