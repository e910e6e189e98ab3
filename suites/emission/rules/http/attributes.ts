// HTTP binding, 3.1.3: every attribute but datacontenttype has a header of its own.
import type { HttpMessage } from '../../../../src/binding/types.js';
import { REQUIRED_ATTRIBUTES } from '../../../../src/event/names.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import type { EmissionRule, Shown } from '../../types.js';
import { sameOutline } from '../outline.js';
import { headersByAttribute, shortened, shownHeader } from './attribute-headers.js';
import { binaryRule } from './binary-rule.js';
import { expectedHeader } from './encoding-rule.js';
import { plainHeader } from './secondary.js';
import { readable } from './written.js';
import { type WrittenValue, writtenValues } from './written-values.js';

/** Each attribute has one `ce-` header with its value, however that is encoded. */
export const ATTRS_OUT: EmissionRule<HttpMessage> = binaryRule('http.bin.attrs-out', (message, event) => {
  if (event === undefined) return captured(message);
  const parts = writtenValues(message, event).map((attribute) =>
    asked(message, attribute, typeof event.attributes.get(attribute.name) === 'string'),
  );
  return weigh(parts, 'the event has no attributes');
});

function asked(message: HttpMessage, attribute: WrittenValue, isText: boolean): Shown {
  const { name, value, lines, written } = attribute;
  const actual = shownHeader(`ce-${name}`, lines);
  switch (written.kind) {
    case 'missing':
      if (plainHeader(message, attribute) !== undefined) return silent(`${name} came out under another mapping`);
      return broken(`the attribute ${name} has no header`, expectedHeader(name, value), actual, 'missing');
    case 'several':
      return broken(`ce-${name} is there more than once`, expectedHeader(name, value), actual, 'several');
    case 'other':
      if (sameOutline(value, ENCODED, readable(written.content))) {
        return silent(`how ${name} is encoded is another rule`);
      }
      if (!isText) return silent(`how ${name} is spelt is a rule of its type`);
      return broken(`ce-${name} has another value`, expectedHeader(name, value), actual, 'changed');
    case 'once':
    case 'literal':
    case 'own-escapes':
    case 'further':
    case 'word':
      return KEPT;
  }
}

/** What the rules of encoding are about. */
const ENCODED = /[^\x21\x23\x24\x26-\x7e]/u;

// What was set does not show; that what every event carries goes by another name does.
function captured(message: HttpMessage): Shown {
  const names = headersByAttribute(message);
  for (const name of REQUIRED_ATTRIBUTES.filter((required) => !names.has(required))) {
    const other = message.headers.find(([line]) => plainName(line) === name);
    if (other === undefined) continue;
    const actual = { [other[0]]: shortened(other[1]) };
    return broken(`the header of ${name} has another name`, { [`ce-${name}`]: shortened(other[1]) }, actual, 'missing');
  }
  const isComplete = REQUIRED_ATTRIBUTES.every((name) => names.has(name));
  return isComplete ? KEPT : silent('a required attribute is missing, under whatever name');
}

/** `ce_id`, `X-CE-Id` and `CloudEvents-Id` without what the binding does not know. A header `id` is something else. */
const plainName = (line: string): string | undefined =>
  /^(?:(?:x-)?ce[-_:]|(?:x-)?cloudevents[-_:])([a-z]+)$/.exec(line.toLowerCase())?.[1];
