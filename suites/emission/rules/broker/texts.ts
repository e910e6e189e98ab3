// Over a broker the value of a line is a text in UTF-8 as it is: nothing is escaped as over HTTP.
import type { Binding, Message } from '../../../../src/binding/types.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import type { EmissionRule, Shown } from '../../types.js';
import { sameOutline } from '../outline.js';
import { binaryRule } from './binary-rule.js';
import { lineName } from './lines.js';
import { actualLine, expectedLine, isEscaped, isValue, type Written, writtenOf } from './written.js';

type OfBroker = Extract<Binding, 'kafka' | 'mqtt5'>;

/** Values with other letters than ASCII are in UTF-8. That they are in escapes, or other values, is another rule. */
export const inUtf8 = (requirement: string, binding: OfBroker): EmissionRule =>
  textRule(requirement, binding, {
    concerns: /[^\0-\x7f]/,
    nothing: 'no attribute has other letters than ASCII',
    isBroken: (one) => one.text === undefined || (!isEscaped(one) && sameOutline(one.value, /[^\0-\x7f]/u, one.text)),
    wrong: 'is not the value in UTF-8',
  });

/** Nothing is percent-encoded, or put in quotes. */
export const withoutEscapes = (requirement: string, binding: OfBroker): EmissionRule =>
  textRule(requirement, binding, {
    concerns: /[^\x21\x23\x24\x26-\x7e]/,
    nothing: 'no attribute has a character that other bindings escape',
    isBroken: isEscaped,
    wrong: 'is escaped',
  });

interface TextLook {
  readonly concerns: RegExp;
  readonly nothing: string;
  /** Whether what came out in place of the value breaks this rule, and not another one. */
  readonly isBroken: (one: Written) => boolean;
  readonly wrong: string;
}

const textRule = (
  requirement: string,
  binding: OfBroker,
  { concerns, nothing, isBroken, wrong }: TextLook,
): EmissionRule =>
  binaryRule(requirement, binding, (message, event) => {
    if (event === undefined) return silent('which value was meant does not show');
    const look = (one: Written): Shown => {
      const { name, lines } = one;
      if (lines === undefined) return silent(`${name} did not come out`);
      if (lines.length > 1) return silent(`${name} came out more than once`);
      if (isValue(one)) return KEPT;
      if (!isBroken(one)) return silent(`how ${name} differs is another rule`);
      return broken(shownName(message, one, wrong), expectedLine(message, one), actualLine(message, one));
    };
    return weigh(
      writtenOf(message, event)
        .filter(({ value }) => concerns.test(value))
        .map(look),
      nothing,
    );
  });

const shownName = (message: Message, { name }: Written, wrong: string): string => `${lineName(message, name)} ${wrong}`;
