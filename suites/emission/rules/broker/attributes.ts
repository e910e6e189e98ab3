// Over a broker every attribute but datacontenttype has a line of its own, with its value.
import type { Binding, Message } from '../../../../src/binding/types.js';
import { REQUIRED_ATTRIBUTES } from '../../../../src/event/names.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import type { EmissionRule, Shown } from '../../types.js';
import { sameOutline } from '../outline.js';
import { binaryRule } from './binary-rule.js';
import { lineName, linesByAttribute, shortened, shownValue } from './lines.js';
import { actualLine, expectedLine, isEscaped, isValue, type Written, writtenOf } from './written.js';

/** Each attribute is there once, under its own name, with its value, however that is encoded. */
export const everyAttribute = (requirement: string, binding: Extract<Binding, 'kafka' | 'mqtt5'>): EmissionRule =>
  binaryRule(requirement, binding, (message, event) =>
    event === undefined
      ? captured(message)
      : weigh(
          writtenOf(message, event).map((one) => asked(message, one)),
          'the event has no attributes',
        ),
  );

function asked(message: Message, one: Written): Shown {
  const { name, given, value, lines, text } = one;
  const wrong = (what: string, root: string): Shown =>
    broken(what, expectedLine(message, one), actualLine(message, one), root);
  if (lines === undefined) {
    const other = elsewhere(message, name);
    if (other === undefined) return wrong(`the attribute ${name} did not come out`, 'missing');
    const actual = { [other[0]]: shownValue(other[1]) };
    return broken(`the attribute ${name} came out as ${other[0]}`, expectedLine(message, one), actual, 'renamed');
  }
  if (lines.length > 1) return wrong(`${lineName(message, name)} is there more than once`, 'several');
  if (isValue(one)) return KEPT;
  if (text === undefined || isEscaped(one) || sameOutline(value, ENCODED, text)) {
    return silent(`how ${name} is encoded is another rule`);
  }
  if (typeof given !== 'string') return silent(`how ${name} is spelt is a rule of its type`);
  return wrong(`${lineName(message, name)} has another value`, 'changed');
}

/** What the rules of encoding are about. */
const ENCODED = /[^\x21\x23\x24\x26-\x7e]/u;

/** The line under a name that another binding has for it, or that none has. */
function elsewhere(message: Message, name: string): Message['headers'][number] | undefined {
  const own = lineName(message, name);
  return message.headers.find(([line]) => line !== own && line.toLowerCase().replace(PREFIX, '') === name);
}

/** `ce_id`, `ce-id`, `CE_ID` and `cloudEvents:id` begin with it. */
const PREFIX = /^(?:ce|cloudevents)[-_:]/;

// What was set does not show; that what every event carries goes by another name does. A header `id` is something else.
function captured(message: Message): Shown {
  const names = linesByAttribute(message);
  for (const name of REQUIRED_ATTRIBUTES.filter((required) => !names.has(required))) {
    const other = elsewhere(message, name);
    if (other === undefined || !PREFIX.test(other[0].toLowerCase())) continue;
    const expected = { [lineName(message, name)]: shortened(shownValue(other[1])) };
    const actual = { [other[0]]: shownValue(other[1]) };
    return broken(`the attribute ${name} came out as ${other[0]}`, expected, actual, 'renamed');
  }
  const isComplete = REQUIRED_ATTRIBUTES.every((name) => names.has(name));
  return isComplete ? KEPT : silent('a required attribute is missing, under whatever name');
}
