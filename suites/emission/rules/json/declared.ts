// What the type of the data declares about it (JSON format, section 3.1.1).
import { canonical } from '../../../../src/event/canonical.js';
import { isJsonMediaType, parseMediaType } from '../../../../src/event/media-type.js';
import type { CloudEvent } from '../../../../src/event/types.js';
import { type Document, setMember, textOf } from './documents.js';

/** `look-alike`: the name of the type holds the word json, and yet it declares none. `none`: no type. */
export type Declared = 'json' | 'look-alike' | 'other' | 'malformed' | 'none';

export function declared(type: string | undefined): Declared {
  if (type === undefined) return 'none';
  if (isJsonMediaType(type)) return 'json';
  const parsed = parseMediaType(type);
  if (parsed === undefined) return 'malformed';
  return `${parsed.type}/${parsed.subtype}`.includes('json') ? 'look-alike' : 'other';
}

/** The type that an event was given. */
export function toldType({ attributes }: CloudEvent): string | undefined {
  const type = attributes.get('datacontenttype');
  return type === undefined ? undefined : canonical(type);
}

/** What the type in an object declares; one that is no text is malformed. */
export function declaredIn(document: Document): Declared {
  const member = setMember(document, 'datacontenttype');
  return member === undefined ? 'none' : declared(textOf(member) ?? '');
}
