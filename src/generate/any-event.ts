// Valid events as the fuzzer draws them: from further corners than `event`, and many times as fast. `event` stays as it is,
// because committed reports are made of it.
import fc from 'fast-check';
import type { AttributeValue, CloudEvent } from '../event/types.js';
import { anyContent } from './any/content.js';
import { anyExtension, type Extension } from './any/extension.js';
import { LENGTHS, stretched } from './any/stretched.js';
import { anyNonEmptyText } from './any/text.js';
import { anyTimestamp } from './any/timestamp.js';
import { anyUri, anyUriReference } from './any/uri.js';
import { evenly } from './evenly.js';

/** Headers of servers are often kept in tables of 8 or 16. */
const MOST_EXTENSIONS = 12;

const FEW = 3;

const extensions: fc.Arbitrary<readonly Extension[]> = fc.oneof<fc.WeightedArbitrary<readonly Extension[]>[]>(
  { arbitrary: fc.array(anyExtension, { maxLength: FEW }), weight: 3 },
  { arbitrary: fc.array(anyExtension, { maxLength: MOST_EXTENSIONS, size: 'max' }), weight: 2 },
);

/** Which optional attributes of the core there are, by bits. */
const TIME = 1;
const SUBJECT = 2;
const SCHEMA = 4;

/** One event in so many has one long value. */
const STRETCHED_EACH = 8;

/** What can be long: an extension where there is none is the type. */
const STRETCHABLE = ['type', 'id', 'subject', 'extension'] as const;

const stretch = evenly(STRETCHED_EACH * STRETCHABLE.length * LENGTHS.length - 1);

/** Any valid event of CloudEvents 1.0, on 1.0.2 and on main alike, of less than 60,000 bytes in every form. */
export const anyEvent: fc.Arbitrary<CloudEvent> = fc
  .tuple(
    anyNonEmptyText,
    anyUriReference,
    anyNonEmptyText,
    evenly(TIME | SUBJECT | SCHEMA),
    anyNonEmptyText,
    anyTimestamp,
    anyUri,
    extensions,
    anyContent,
    stretch,
  )
  .map(([id, source, type, optional, subject, time, dataschema, more, { type: datacontenttype, data }, long]) => {
    const attributes = new Map<string, AttributeValue>([
      ['specversion', '1.0'],
      ['id', id],
      ['source', source],
      ['type', type],
    ]);
    if ((optional & SUBJECT) !== 0) attributes.set('subject', subject);
    if ((optional & TIME) !== 0) attributes.set('time', time);
    if ((optional & SCHEMA) !== 0) attributes.set('dataschema', dataschema);
    if (datacontenttype !== undefined) attributes.set('datacontenttype', datacontenttype);
    for (const [name, value] of more) attributes.set(name, value);
    lengthen(attributes, long, more);
    return data === undefined ? { attributes } : { attributes, data };
  });

// The smallest draws lengthen nothing, so that shrinking ends there.
function lengthen(attributes: Map<string, AttributeValue>, draw: number, extensions: readonly Extension[]): void {
  const long = draw - (STRETCHED_EACH - 1) * STRETCHABLE.length * LENGTHS.length;
  if (long < 0) return;
  const what = STRETCHABLE[long % STRETCHABLE.length] ?? 'type';
  const name = what === 'extension' ? (extensions.find(([, value]) => typeof value === 'string')?.[0] ?? 'type') : what;
  const length = LENGTHS[Math.floor(long / STRETCHABLE.length)] ?? 1;
  attributes.set(name, stretched(String(attributes.get(name) ?? ''), length));
}
