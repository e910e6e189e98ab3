// The valid events that are broken, and their twins. They are modest: what a target makes of odd ones is another question.
import fc from 'fast-check';
import type { AttributeValue, CloudEvent, EventData } from '../../event/types.js';
import { evenly } from '../evenly.js';

interface Given {
  readonly type?: string;
  readonly data?: EventData;
}

const CONTENTS: readonly Given[] = [
  {},
  { type: 'application/json', data: { kind: 'json', value: { told: 1 } } },
  { type: 'text/plain', data: { kind: 'text', text: 'told' } },
  { type: 'application/octet-stream', data: { kind: 'binary', bytes: Uint8Array.of(0, 255, 16) } },
];

const OPTIONAL: readonly (readonly [string, AttributeValue])[] = [
  ['subject', 'told'],
  ['time', '2018-04-05T17:31:00Z'],
  ['dataschema', 'https://conform.example/schema'],
  ['conformext', 'told'],
  ['conformint', 5],
];

/** A most ordinary valid event, without the attributes named. */
export const ordinaryEvent = (without: readonly string[]): fc.Arbitrary<CloudEvent> => {
  const optional = OPTIONAL.filter(([name]) => !without.includes(name));
  return fc
    .tuple(evenly(9999), evenly(2 ** optional.length - 1), evenly(CONTENTS.length - 1))
    .map(([number, bits, which]) => {
      const { type, data } = (without.includes('datacontenttype') ? undefined : CONTENTS[which]) ?? {};
      const attributes = new Map<string, AttributeValue>([
        ['specversion', '1.0'],
        ['id', `id-${number}`],
        ['source', `https://conform.example/${number % 7}`],
        ['type', 'org.example.conform'],
        ...optional.filter((_, at) => (bits & (1 << at)) !== 0),
      ]);
      if (type !== undefined) attributes.set('datacontenttype', type);
      return data === undefined ? { attributes } : { attributes, data };
    });
};
