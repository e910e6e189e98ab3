// Over a broker every attribute but datacontenttype has a line of its own, whose value is a canonical string in UTF-8.
import type { Binding, Message } from '../../../../src/binding/types.js';
import { textOfValue } from '../../../../src/binding/utf8-value.js';
import { canonical } from '../../../../src/event/canonical.js';
import { isCoreAttribute, REQUIRED_ATTRIBUTES } from '../../../../src/event/names.js';
import { sameInstant } from '../../../../src/event/timestamp.js';
import type { AttributeValue, CloudEvent } from '../../../../src/event/types.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import type { EmissionRule, Shown } from '../../types.js';
import { binaryRule } from './binary-rule.js';
import { lineName, linesByAttribute, shortened, shownLine } from './lines.js';

type OfBroker = Extract<Binding, 'kafka' | 'mqtt5'>;

/** An attribute that was asked for, and its line, if it has one. */
interface Written {
  readonly name: string;
  readonly given: AttributeValue;
  readonly value: string;
  readonly lines: readonly string[] | undefined;
}

/** The attributes of legal names that have a line by this binding. */
function writtenOf(message: Message, event: CloudEvent): readonly Written[] {
  const lines = linesByAttribute(message);
  return [...event.attributes]
    .filter(([name]) => /^[a-z0-9]+$/.test(name) && name !== 'datacontenttype' && name !== 'data')
    .map(([name, given]) => ({ name, given, value: canonical(given), lines: lines.get(name) }));
}

/** Each attribute is there once, under its own name, with its value, however that is spelt. */
export const everyAttribute = (requirement: string, binding: OfBroker): EmissionRule =>
  binaryRule(requirement, binding, (message, event) => {
    if (event === undefined) return captured(message);
    const parts = writtenOf(message, event).map((one): Shown => {
      const { name, lines } = one;
      if (lines === undefined) {
        const other = elsewhere(message, name);
        return other === undefined
          ? broken(`the attribute ${name} did not come out`, expected(message, one), actual(message, one), 'missing')
          : broken(`the attribute ${name} came out as ${other}`, expected(message, one), { [other]: '…' }, 'renamed');
      }
      if (lines.length > 1) {
        return broken(
          `${lineName(message, name)} is there more than once`,
          expected(message, one),
          actual(message, one),
          'several',
        );
      }
      return KEPT;
    });
    return weigh(parts, 'the event has no attributes');
  });

/** Names that software writes which takes one binding for another. */
function elsewhere(message: Message, name: string): string | undefined {
  const own = lineName(message, name);
  return message.headers.map(([line]) => line).find((line) => line !== own && plainName(line) === name);
}

/** `ce_id`, `ce-id`, `CE_ID` and `cloudEvents:id` without what the bindings put before a name. */
const plainName = (line: string): string => line.toLowerCase().replace(/^(?:ce[-_:]|cloudevents[-_:])/, '');

function captured(message: Message): Shown {
  const names = linesByAttribute(message);
  const missing = REQUIRED_ATTRIBUTES.find((name) => !names.has(name) && elsewhere(message, name) !== undefined);
  if (missing !== undefined) {
    const other = elsewhere(message, missing) ?? '';
    return broken(`the attribute ${missing} came out as ${other}`, lineName(message, missing), other, 'renamed');
  }
  const isComplete = REQUIRED_ATTRIBUTES.every((name) => names.has(name));
  return isComplete ? KEPT : silent('a required attribute is missing, under whatever name');
}

/** Values of text are what was asked for, in UTF-8. */
export const inUtf8 = (requirement: string, binding: OfBroker): EmissionRule =>
  textRule(requirement, binding, {
    concerns: (value) => /[^\0-\x7f]/.test(value),
    nothing: 'no attribute has other letters than ASCII',
    // What is written in escapes is another rule.
    look: (text, value) => (text === value ? 'kept' : isEscaped(text, value) ? 'silent' : 'broken'),
    wrong: 'is not the value in UTF-8',
  });

/** Nothing is percent-encoded, or put in quotes. */
export const withoutEscapes = (requirement: string, binding: OfBroker): EmissionRule =>
  textRule(requirement, binding, {
    concerns: (value) => /[^\x21\x23\x24\x26-\x7e]/.test(value),
    nothing: 'no attribute has a character that other bindings escape',
    look: (text, value) => (text === value ? 'kept' : isEscaped(text, value) ? 'broken' : 'silent'),
    wrong: 'is escaped',
  });

interface TextLook {
  readonly concerns: (value: string) => boolean;
  readonly nothing: string;
  /** `text` is undefined where the bytes are not UTF-8. */
  readonly look: (text: string | undefined, value: string) => Shown['kind'];
  readonly wrong: string;
}

const textRule = (requirement: string, binding: OfBroker, { concerns, nothing, look, wrong }: TextLook): EmissionRule =>
  binaryRule(requirement, binding, (message, event) => {
    if (event === undefined) return silent('which value was meant does not show');
    const parts = writtenOf(message, event)
      .filter(({ value }) => concerns(value))
      .map((one): Shown => {
        const [raw] = one.lines ?? [];
        if (raw === undefined) return silent(`${one.name} did not come out`);
        const kind = look(textOfValue(raw), one.value);
        if (kind === 'kept') return KEPT;
        return kind === 'broken'
          ? broken(`${lineName(message, one.name)} ${wrong}`, expected(message, one), actual(message, one))
          : silent(`how ${one.name} differs is another rule`);
      });
    return weigh(parts, nothing);
  });

/** Whether a text is the value behind one of the encodings of HTTP. */
function isEscaped(text: string | undefined, value: string): boolean {
  if (text === undefined) return false;
  const unquoted = text.replace(/^"(.*)"$/s, (_, inner: string) => inner.replaceAll(/\\(.)/gs, '$1'));
  return [unquoted, decoded(unquoted), decoded(text)].includes(value);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Values that are no strings come out as canonical strings, and strings as they are. */
export const canonicalValues = (requirement: string, binding: OfBroker): EmissionRule =>
  binaryRule(requirement, binding, (message, event) => {
    if (event === undefined) return silent('which type a value has does not show');
    const parts = writtenOf(message, event).map((one): Shown => {
      const [raw] = one.lines ?? [];
      if (raw === undefined) return silent(`${one.name} did not come out`);
      const text = textOfValue(raw);
      if (text === one.value) return KEPT;
      if (one.name === 'time' && text !== undefined && sameInstant(one.value, text) !== 'different') return KEPT;
      // What is wrong with a text is a rule of its encoding.
      if (typeof one.given === 'string') return silent(`how ${one.name} differs is another rule`);
      return broken(
        `${lineName(message, one.name)} is not the canonical string`,
        expected(message, one),
        actual(message, one),
      );
    });
    const own = parts.filter((_, index) => !isCoreAttribute(writtenOf(message, event)[index]?.name ?? ''));
    return weigh(own.length === 0 ? parts : own, 'the event has no attributes');
  });

const expected = (message: Message, { name, value }: Written): Readonly<Record<string, string>> => ({
  [lineName(message, name)]: shortened(value),
});

const actual = (message: Message, { name, lines }: Written): ReturnType<typeof shownLine> =>
  shownLine(message, name, lines);
