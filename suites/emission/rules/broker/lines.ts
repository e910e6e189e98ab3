// The record headers or user properties of a message that stand for attributes.
import { attributeLineName, attributeLines } from '../../../../src/binding/parts.js';
import { bindingOf, type Message } from '../../../../src/binding/types.js';
import { textOfValue } from '../../../../src/binding/utf8-value.js';
import { REQUIRED_ATTRIBUTES } from '../../../../src/event/names.js';
import type { JsonValue } from '../../../../src/event/types.js';

/** The values of each attribute that has a line, a character for each byte. Lines that repeat each other count once. */
export function linesByAttribute(message: Message): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const [name, raw] of attributeLines(message)) {
    const before = values.get(name);
    if (before === undefined) values.set(name, [raw]);
    else if (!before.includes(raw)) before.push(raw);
  }
  return values;
}

/** Whether lines are meant as an event: most of what every event carries is there. */
export function isEventInLines(message: Message): boolean {
  const names = linesByAttribute(message);
  return REQUIRED_ATTRIBUTES.filter((name) => names.has(name)).length >= 3;
}

/** A line for a reader: its name as on the wire, and its values as text or in hexadecimal; `null` if it is not there. */
export function shownLine(message: Message, attribute: string, values: readonly string[] | undefined): JsonValue {
  const shown = (values ?? []).map(shownValue);
  return { [lineName(message, attribute)]: values === undefined ? null : shown.length > 1 ? shown : (shown[0] ?? '') };
}

/** The name of an attribute's line on the wire. */
export const lineName = (message: Message, attribute: string): string =>
  attributeLineName(bindingOf(message), attribute);

/** A value for a reader. */
export function shownValue(raw: string): string {
  const text = textOfValue(raw);
  return text === undefined ? `${Buffer.from(raw, 'latin1').toString('hex')} (hexadecimal)` : shortened(text);
}

/** A text as far as it fits into a report. */
export const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

const LONGEST = 400;
