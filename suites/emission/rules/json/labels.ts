// What the Content-Type of a message says, and whether a JSON object is an event at all.
import { attributeLine, mediaTypeLines } from '../../../../src/binding/parts.js';
import type { Message } from '../../../../src/binding/types.js';
import { REQUIRED_ATTRIBUTES } from '../../../../src/event/names.js';
import { rawMembers } from '../../../../src/format/raw-members.js';
import type { Emitted } from '../../types.js';
import { type Document, memberOf } from './documents.js';

/** The media type of each label, without parameters and in lower case: neither is part of the rule. */
const labelsOf = (message: Message): readonly string[] =>
  mediaTypeLines(message).map((value) => (/^[^;,]*/.exec(value)?.[0] ?? '').trim().toLowerCase());

/** Whether every label says this media type, and there is one. */
export function isLabelled(message: Message, mediaType: string): boolean {
  const labels = labelsOf(message);
  return labels.length > 0 && labels.every((label) => label === mediaType);
}

/** The label as it was sent, for a reader; null without one. */
export const shownLabel = (message: Message): string | null => {
  const lines = mediaTypeLines(message);
  return lines.length === 0 ? null : lines.join(', ');
};

/** Whether an object is meant as an event: most of what every event carries is there. */
export const isMeantAsEvent = (document: Document): boolean =>
  REQUIRED_ATTRIBUTES.filter((name) => memberOf(document, name) !== undefined).length >= 3;

/**
 * Whether an object in a message of any media type is an event beyond doubt: all that every event carries, as strings,
 * and no attribute in a header, which would make an event of the message and mere data of its body.
 */
const isClearlyEvent = (message: Message, document: Document): boolean =>
  !REQUIRED_ATTRIBUTES.some((name) => attributeLine(message, name) !== undefined) &&
  REQUIRED_ATTRIBUTES.every((name) => typeof memberOf(document, name)?.value === 'string') &&
  memberOf(document, 'specversion')?.value === '1.0';

/** The JSON objects in a body, also where the label says that the message is in binary mode. */
export const objectsOf = ({ mode, message, documents }: Emitted): readonly Document[] =>
  mode === 'binary' ? (rawMembers(message.body) ?? []) : documents;

/** Whether such an object is an event: where the label is no help, beyond doubt. */
export const isEvent = ({ mode, message }: Pick<Emitted, 'mode' | 'message'>, document: Document): boolean =>
  mode === 'binary' ? isClearlyEvent(message, document) : isMeantAsEvent(document);

/** Whether a label can be the media type of some event format: a format of its own may have any but these. */
export const isOfAFormat = (label: string | null): boolean => label !== null && !NO_FORMAT.test(label);

const NO_FORMAT =
  /^(?:application\/json|application\/octet-stream|application\/cloudevents(?:-batch)?\+?|text\/(?:json|plain|html))[ \t]*(?:;|$)/i;
