// Over a broker values that are no strings come out as canonical strings.
import type { Binding } from '../../../../src/binding/types.js';
import { isCoreAttribute } from '../../../../src/event/names.js';
import { isTimestamp } from '../../../../src/event/timestamp.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import type { EmissionRule, Shown } from '../../types.js';
import { binaryRule } from './binary-rule.js';
import { lineName } from './lines.js';
import { actualLine, expectedLine, isEscaped, isValue, type Written, writtenOf } from './written.js';

/** Integers are digits, Booleans true or false, and a time is a Timestamp. */
export const canonicalValues = (requirement: string, binding: Extract<Binding, 'kafka' | 'mqtt5'>): EmissionRule =>
  binaryRule(requirement, binding, (message, event) => {
    if (event === undefined) return silent('which type a value has does not show');
    const written = writtenOf(message, event);
    const look = (one: Written): Shown => {
      const { name, given, lines, text } = one;
      if (lines === undefined) return silent(`${name} did not come out`);
      if (lines.length > 1) return silent(`${name} came out more than once`);
      if (isValue(one)) return KEPT;
      if (isEscaped(one)) return silent(`how ${name} is encoded is another rule`);
      // What is wrong with a text is a rule of its encoding.
      const isText =
        typeof given === 'string' && (name !== 'time' || (text !== undefined && isTimestamp(spaced(text))));
      if (isText) return silent(`how ${name} differs is another rule`);
      const what = `${lineName(message, name)} is not the canonical string`;
      return broken(what, expectedLine(message, one), actualLine(message, one));
    };
    const shown = written.map(look);
    // An event shows something by what is no text of its own kind; the others are there in every event.
    const own = shown.filter((_, index) => !isCoreAttribute(written[index]?.name ?? ''));
    return shown.find(({ kind }) => kind === 'broken') ?? weigh(own.length === 0 ? shown : own, 'no attribute is set');
  });

/** A note in RFC 3339, section 5.6 lets a blank stand between date and time. */
const spaced = (text: string): string => text.replace(/^([0-9-]{10}) /, '$1T');
