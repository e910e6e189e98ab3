// MQTT binding, 3.1.3: user properties are called like the attributes, and extensions keep their own beside any other mapping.
import { attributeLine, attributeLines } from '../../../../src/binding/parts.js';
import { textOfValue } from '../../../../src/binding/utf8-value.js';
import { canonical } from '../../../../src/event/canonical.js';
import { REQUIRED_ATTRIBUTES } from '../../../../src/event/names.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import type { EmissionRule, Shown } from '../../types.js';
import { binaryRule } from '../broker/binary-rule.js';

/** No name has a prefix, or capitals. */
export const NAMES: EmissionRule = binaryRule('mqtt5.bin.names', 'mqtt5', (message, event) => {
  const names = event === undefined ? REQUIRED_ATTRIBUTES : [...event.attributes.keys()];
  const parts = names
    .filter((name) => name !== 'datacontenttype')
    .map((name): Shown => {
      const other = attributeLines(message).find(([line]) =>
        PREFIXES.some((prefix) => line !== name && line.toLowerCase() === `${prefix}${name}`),
      );
      if (attributeLine(message, name) !== undefined) return KEPT;
      return other === undefined
        ? silent(`${name} did not come out`)
        : broken(`the user property of ${name} is called ${other[0]}`, name, other[0]);
    });
  return weigh(parts, 'the event has no attributes');
});

const PREFIXES = ['', 'ce_', 'ce-', 'ce:', 'cloudevents:', 'cloudevents_'];

/** The extensions that the repository of the specification defines with headers of other protocols in mind. */
const MAPPED: ReadonlySet<string> = new Set(['traceparent', 'tracestate', 'partitionkey']);

/** An extension that is mapped to something else has its own user property too. */
export const SECONDARY: EmissionRule = binaryRule('mqtt5.bin.secondary', 'mqtt5', (message, event) => {
  if (event === undefined) return silent('which extensions the event has does not show');
  const parts = [...event.attributes]
    .filter(([name]) => MAPPED.has(name))
    .map(([name, value]): Shown => {
      const text = canonical(value);
      const raw = attributeLine(message, name);
      if (raw !== undefined) return textOfValue(raw) === text ? KEPT : silent(`the value of ${name} is another rule`);
      const other = attributeLines(message).find(([, each]) => textOfValue(each) === text)?.[0];
      return other === undefined
        ? silent(`${name} did not come out at all`)
        : broken(`the extension ${name} is in the user property ${other} alone`, { [name]: text }, { [other]: text });
    });
  return weigh(parts, 'the event has no such extension');
});

/** Whether datacontenttype is a user property too: the example has it, the rule does not (position A45). */
export const DCT_PROP: EmissionRule = binaryRule('mqtt5.bin.dct-prop', 'mqtt5', (message) =>
  attributeLine(message, 'datacontenttype') === undefined
    ? KEPT
    : broken('the type of the data is a user property, too', 'Content Type', 'datacontenttype'),
);
