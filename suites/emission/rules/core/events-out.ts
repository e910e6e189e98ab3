// The attributes of the events that came out, whichever mode they came out in. Lenient, unlike our decoder: one attribute
// that cannot be read hides no other.

import { contentMode } from '../../../../src/binding/content-mode.js';
import { decodeHeaderValue } from '../../../../src/binding/http/header-value.js';
import { attributeLines, mediaTypeLines, mediaTypeOf } from '../../../../src/binding/parts.js';
import type { ContentMode, Message } from '../../../../src/binding/types.js';
import { textOfValue } from '../../../../src/binding/utf8-value.js';
import { REQUIRED_ATTRIBUTES } from '../../../../src/event/names.js';
import type { CloudEvent, JsonValue } from '../../../../src/event/types.js';
import { weigh } from '../../say.js';
import type { EmissionRule, Emitted, Shown } from '../../types.js';
import { toldType } from '../json/declared.js';
import { type Document, documentsOf, paired } from '../json/documents.js';

export interface AttributeOut {
  readonly name: string;
  /** What a reader makes of it: of a header its decoded text, undefined where its escapes are no UTF-8. */
  readonly value: JsonValue | undefined;
  /** As it is on the wire, once for each time that it is there: header values, or the JSON texts of members. */
  readonly raw: readonly string[];
}

export interface EventOut {
  readonly where: 'headers' | 'object';
  /** By name, those that are null too: they are unset. The names of HTTP headers are in lower case. */
  readonly attributes: ReadonlyMap<string, AttributeOut>;
  /** The members of the object, data among them; none of headers. */
  readonly document: Document;
}

/** An attribute that is set. */
export function attributeOf({ attributes }: EventOut, name: string): AttributeOut | undefined {
  const attribute = attributes.get(name);
  return attribute?.value === null ? undefined : attribute;
}

/** All attributes that are set. */
export const setAttributes = ({ attributes }: EventOut): readonly AttributeOut[] =>
  [...attributes.values()].filter(({ value }) => value !== null);

/** The first attribute with a legal name that was asked for and did not come out. The type of data can be implied. */
export const lost = (event: EventOut, told: CloudEvent | undefined): string | undefined =>
  [...(told?.attributes.keys() ?? [])].find(
    (name) => /^[a-z0-9]+$/.test(name) && !IMPLIED.has(name) && attributeOf(event, name) === undefined,
  );

/** `data` is legal by 1.0.2, and has no place in the JSON format. */
const IMPLIED: ReadonlySet<string> = new Set(['datacontenttype', 'data']);

/** A rule about each event by itself. `told`: what was asked for, if it was. */
export const eventRule = (
  requirement: string,
  look: (event: EventOut, told: CloudEvent | undefined) => Shown,
  modes: readonly ContentMode[] = ['binary', 'structured', 'batch'],
): EmissionRule => ({
  requirement,
  modes,
  check: (emitted, told) =>
    weigh(
      eventsOut(emitted, told).map(([event, asked]) => look(event, asked)),
      'no event came out in this mode',
    ),
});

/** The events of a message, each with what was asked for. */
export function eventsOut(
  emitted: Emitted,
  told: readonly CloudEvent[] | undefined,
): readonly (readonly [event: EventOut, told: CloudEvent | undefined])[] {
  if (emitted.mode === 'binary') {
    const event = inHeaders(emitted.message, told?.[0]);
    return event === undefined ? [] : [[event, told?.[0]]];
  }
  // Asked for in another mode and written in binary mode all the same, an object is the data.
  if (told !== undefined && inHeaders(emitted.message, undefined) !== undefined) return [];
  const documents = documentsOf(emitted);
  if (told === undefined) return documents.map((document) => [inObject(document), undefined]);
  return paired(told, documents).flatMap(([event, document]) =>
    document === undefined ? [] : [[inObject(document), event] as const],
  );
}

function inObject(document: Document): EventOut {
  const attributes = new Map<string, AttributeOut>();
  for (const { name, text, value } of document) {
    if (name === 'data' || name === 'data_base64') continue;
    // Of members with one name the last one wins, as JSON.parse has it.
    attributes.set(name, { name, value, raw: [...(attributes.get(name)?.raw ?? []), text] });
  }
  return { where: 'object', attributes, document };
}

function inHeaders(message: Message, told: CloudEvent | undefined): EventOut | undefined {
  const type = mediaTypeOf(message);
  const { mode } = contentMode(type);
  // With such a type the event is in the body, but where it is the type of the data, as of an event within an event.
  if (mode !== 'binary' && (told === undefined || contentMode(toldType(told)).mode !== mode)) return undefined;

  const lines = new Map<string, string[]>();
  // The place of datacontenttype is the media type of the message; a line of its own name is a rule of the binding.
  for (const [name, raw] of attributeLines(message)) {
    if (name !== 'datacontenttype') lines.set(name, [...(lines.get(name) ?? []), raw]);
  }
  const attributes = new Map([...lines].map(([name, raw]) => [name, { name, value: readable(message, raw), raw }]));
  const types = mediaTypeLines(message);
  if (types.length > 0) {
    const value = [...new Set(types)].join(', ');
    attributes.set('datacontenttype', { name: 'datacontenttype', value, raw: [...types] });
  }
  return isEvent(attributes, told) ? { where: 'headers', attributes, document: [] } : undefined;
}

// Lines that repeat each other say one thing; others are one value, joined as HTTP joins them (position A18).
function readable({ binding }: Message, raw: readonly string[]): string | undefined {
  if (binding !== undefined) return textOfValue(raw.at(-1) ?? '');
  const joined = [...new Set(raw)].join(', ');
  const decoded = decodeHeaderValue(joined);
  return decoded.kind === 'text' ? decoded.text : undefined;
}

// One ce- header alone may be a header of something else, unless an event was asked for.
function isEvent(attributes: ReadonlyMap<string, unknown>, told: CloudEvent | undefined): boolean {
  if (told !== undefined) return [...attributes.keys()].some((name) => name !== 'datacontenttype');
  return REQUIRED_ATTRIBUTES.filter((name) => attributes.has(name)).length >= 2;
}
