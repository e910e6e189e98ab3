// What a captured message is, before any rule is asked. Nobody has to send events alone to an address (HTTP binding,
// section 3: the headers of an event may stand on other messages, too), so what is no event for sure is told, not judged.

import { headersByName, headerValue } from '../../src/binding/http/headers.js';
import { attributeLines, modeOfMessage } from '../../src/binding/parts.js';
import type { Message } from '../../src/binding/types.js';
import { REQUIRED_ATTRIBUTES } from '../../src/event/names.js';
import type { RawMember } from '../../src/format/raw-members.js';
import { rawMembers } from '../../src/format/raw-members.js';
import { isEvent, isMeantAsEvent } from './rules/json/labels.js';

/**
 * `event`: judged by every rule. `mislabelled`: an event in the JSON format beyond doubt, under a media type that does not
 * say so: judged by the rules about that. All others are not judged.
 */
export const CAPTURED_KINDS = [
  'event',
  'mislabelled',
  'other-version', // an event of a version before 1.0
  'other-format', // an event in a format other than JSON
  'coded', // its body has a content coding, such as gzip
  'partial', // some attributes in headers, and too few to take it for an event
  'no-event',
] as const;
export type CapturedKind = (typeof CAPTURED_KINDS)[number];

/** The kind of a captured message. Pure. */
export function capturedKind(message: Message): CapturedKind {
  const lines = headersByName(attributeLines(message));
  const { mode, format } = modeOfMessage(message);
  if (message.binding === undefined && isCoded(headerValue(message.headers, 'content-encoding')))
    return mode === 'binary' && attributesIn(lines) < 3 ? 'no-event' : 'coded';
  if (mode === 'binary') return kindInBinary(message, lines);
  if (format !== undefined && format !== 'json') return 'other-format';
  const documents = rawMembers(message.body) ?? [];
  if (documents.length > 0 && documents.every(isEarlier)) return 'other-version';
  // Without a format in the media type, only the body can tell which one it is.
  return format === 'json' || documents.some(isMeantAsEvent) ? 'event' : 'other-format';
}

function kindInBinary(message: Message, lines: ReadonlyMap<string, string>): CapturedKind {
  const version = lines.get('specversion');
  if (version === undefined ? lines.has('cloudeventsversion') : EARLIER.test(version)) return 'other-version';
  const attributes = attributesIn(lines);
  if (attributes >= 3) return 'event';
  if (attributes > 0) return 'partial';
  const documents = rawMembers(message.body) ?? [];
  const areEvents =
    documents.length > 0 && documents.every((document) => isEvent({ mode: 'binary', message }, document));
  return areEvents ? 'mislabelled' : 'no-event';
}

/** How many of the attributes that every event carries are there; as in JSON, three of the four show what was meant. */
const attributesIn = (lines: ReadonlyMap<string, string>): number =>
  REQUIRED_ATTRIBUTES.filter((name) => lines.has(name)).length;

/** The versions 0.1 to 0.3. */
const EARLIER = /^0\.\d+$/;

const isEarlier = (document: readonly RawMember[]): boolean =>
  document.some(({ name, value }) =>
    name === 'specversion' ? EARLIER.test(String(value)) : name === 'cloudEventsVersion',
  );

const isCoded = (coding: string | undefined): boolean => coding !== undefined && !/^(?:identity)?$/i.test(coding);
