// The attributes that were asked for in binary mode over a broker, and what came out for each.
import type { Message } from '../../../../src/binding/types.js';
import { textOfValue } from '../../../../src/binding/utf8-value.js';
import { canonical } from '../../../../src/event/canonical.js';
import { sameInstant } from '../../../../src/event/timestamp.js';
import type { AttributeValue, CloudEvent, JsonValue } from '../../../../src/event/types.js';
import { lineName, linesByAttribute, shortened, shownLine } from './lines.js';

/** An attribute that was asked for, with its canonical string, and its line, if it has one. */
export interface Written {
  readonly name: string;
  readonly given: AttributeValue;
  readonly value: string;
  /** The values of its line, which say different things where there are several; undefined without any. */
  readonly lines: readonly string[] | undefined;
  /** The first of them; undefined without any, and where the bytes are not UTF-8. */
  readonly text: string | undefined;
}

/** The attributes of legal names that have a line by these bindings. */
export function writtenOf(message: Message, event: CloudEvent): readonly Written[] {
  const byName = linesByAttribute(message);
  return [...event.attributes]
    .filter(([name]) => /^[a-z0-9]+$/.test(name) && name !== 'datacontenttype' && name !== 'data')
    .map(([name, given]) => {
      const lines = byName.get(name);
      const [raw] = lines ?? [];
      return { name, given, value: canonical(given), lines, text: raw === undefined ? undefined : textOfValue(raw) };
    });
}

/** Whether the value came out as it is. An instant may be spelt in another way (position A07). */
export const isValue = ({ name, value, text }: Written): boolean =>
  text !== undefined && (text === value || (name === 'time' && sameInstant(value, text) !== 'different'));

/** Whether the text is the value behind one of the encodings of HTTP. */
export function isEscaped({ value, text }: Written): boolean {
  if (text === undefined || text === value) return false;
  const unquoted = text.replace(/^"(.*)"$/s, (_, inner: string) => inner.replaceAll(/\\(.)/gs, '$1'));
  return [unquoted, ...[unquoted, text, text.replaceAll('+', ' ')].map(decoded)].includes(value);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The line that an attribute ought to have, for a reader. */
export const expectedLine = (message: Message, { name, value }: Written): JsonValue => ({
  [lineName(message, name)]: shortened(value),
});

/** The line that it has. */
export const actualLine = (message: Message, { name, lines }: Written): JsonValue => shownLine(message, name, lines);
