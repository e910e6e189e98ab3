// HTTP binding, 3.1.3.2: the rules of encoding are those of every attribute that becomes a header.
import type { HttpMessage } from '../../../../src/binding/types.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import type { EmissionRule, Shown } from '../../types.js';
import { shownHeader } from './attribute-headers.js';
import { binaryRule } from './binary-rule.js';
import { expectedHeader } from './encoding-rule.js';
import type { WrittenValue } from './written-values.js';
import { writtenValues } from './written-values.js';

/**
 * A character that is encoded in one attribute is encoded in the others too. Where it is encoded in none, the rules about
 * characters say so.
 */
export const ENC_ALL: EmissionRule<HttpMessage> = binaryRule('http.enc.all', (message, event) => {
  if (event === undefined) return silent('which values the attributes have does not show');
  const written = writtenValues(message, event).filter(({ value }) => classesIn(value).size > 0);
  const encoded = new Map(
    written.flatMap((attribute) => encodedIn(attribute).map((each) => [each, attribute.name] as const)),
  );
  return weigh(
    written.map((attribute) => look(attribute, encoded)),
    'no attribute was to hold a character that is encoded',
  );
});

function look(attribute: WrittenValue, encoded: ReadonlyMap<string, string>): Shown {
  const { name, value, lines } = attribute;
  const raw = rawIn(attribute);
  if (raw.length === 0) return encodedIn(attribute).length > 0 ? KEPT : silent(`${name} came out with another value`);
  const found = raw.find((each) => encoded.has(each));
  if (found === undefined) return silent(`nothing shows that the producer encodes what is not encoded in ${name}`);
  const message = `ce-${name} is not encoded as ce-${encoded.get(found)} is`;
  return broken(message, expectedHeader(name, value), shownHeader(`ce-${name}`, lines), name);
}

/** What characters have to be encoded for, as far as producers tell them apart. */
type CharacterClass = ' ' | '"' | '%' | 'outside';

const classesIn = (text: string): ReadonlySet<CharacterClass> =>
  new Set(
    (text.match(/[ "%]|[^\x20-\x7e]/g) ?? []).map((found): CharacterClass => {
      return found === ' ' || found === '"' || found === '%' ? found : 'outside';
    }),
  );

/** The classes of which nothing in a header is encoded, or not all. */
function rawIn({ value, written }: WrittenValue): readonly CharacterClass[] {
  switch (written.kind) {
    case 'literal':
      return [...classesIn(value)];
    case 'own-escapes':
      return ['%'];
    case 'once':
      return [...classesIn(written.content.replace(/%[0-9A-Fa-f]{2}/g, ''))];
    case 'missing':
    case 'several':
    case 'further':
    case 'word':
    case 'other':
      return [];
  }
}

function encodedIn(attribute: WrittenValue): readonly CharacterClass[] {
  if (attribute.written.kind !== 'once') return [];
  const raw = rawIn(attribute);
  return [...classesIn(attribute.value)].filter((each) => !raw.includes(each));
}
