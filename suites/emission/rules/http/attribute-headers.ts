// The headers of a message that stand for attributes.
import type { HttpMessage } from '../../../../src/binding/types.js';
import { REQUIRED_ATTRIBUTES } from '../../../../src/event/names.js';
import type { JsonValue } from '../../../../src/event/types.js';

/** One header line for an attribute: the attribute's name, and the value with a character for each byte. */
export interface AttributeLine {
  readonly name: string;
  readonly raw: string;
}

/**
 * The lines whose names are `ce-` and a legal attribute name. Case means nothing in HTTP (section 3.1.3.1); what else
 * begins with `ce-` may be a header of something else. The place of datacontenttype is Content-Type.
 */
export function attributeLines({ headers }: HttpMessage): readonly AttributeLine[] {
  return headers.flatMap(([line, raw]) => {
    const name = /^ce-([a-z0-9]+)$/i.exec(line)?.[1]?.toLowerCase();
    return name === undefined || name === 'datacontenttype' ? [] : [{ name, raw }];
  });
}

/** The values of each attribute that has a header. Lines that repeat each other say one thing, so they count once. */
export function headersByAttribute(message: HttpMessage): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const { name, raw } of attributeLines(message)) {
    const before = values.get(name);
    if (before === undefined) values.set(name, [raw]);
    else if (!before.includes(raw)) before.push(raw);
  }
  return values;
}

/** Whether headers are meant as an event: most of what every event carries is there. */
export function isEventInHeaders(message: HttpMessage): boolean {
  const names = headersByAttribute(message);
  return REQUIRED_ATTRIBUTES.filter((name) => names.has(name)).length >= 3;
}

/** A header for a reader; `null` if it is not there. */
export const shownHeader = (name: string, values: readonly string[] | undefined): JsonValue => ({
  [name]: values === undefined ? null : values.length > 1 ? values.map(shortened) : shortened(values[0] ?? ''),
});

/** A text as far as it fits into a report. */
export const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

const LONGEST = 400;
