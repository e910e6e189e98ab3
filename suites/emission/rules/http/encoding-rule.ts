// HTTP binding, 3.1.3.2: what the rules about the characters that have to be encoded have in common.

import { percentEncode } from '../../../../src/binding/http/percent.js';
import type { HttpMessage } from '../../../../src/binding/types.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import type { EmissionRule, Shown } from '../../types.js';
import { sameOutline } from '../outline.js';
import { type AttributeLine, attributeLines, shortened, shownHeader } from './attribute-headers.js';
import { binaryRule } from './binary-rule.js';
import { type Present, readable } from './written.js';
import { type WrittenValue, writtenValues } from './written-values.js';

export interface Encoding {
  readonly requirement: string;
  /** For a reader: `a space`. */
  readonly what: string;
  /** For a reader, after "is not": `written as %20`. */
  readonly how: string;
  /** The characters in question, in a value. */
  readonly characters: RegExp;
  /** `raw`: one of them stands unencoded in what came out. `elsewhere`: what came out is the matter of another rule. */
  readonly look: (written: Present, value: string) => 'raw' | 'elsewhere' | undefined;
  /** What a captured header shows by itself; undefined for nothing. */
  readonly captured: (line: AttributeLine) => Shown | undefined;
}

export const encodingRule = (encoding: Encoding): EmissionRule<HttpMessage> =>
  binaryRule(encoding.requirement, (message, event) => {
    if (event === undefined) {
      const shown = attributeLines(message).flatMap((line) => encoding.captured(line) ?? []);
      return weigh(shown, `no header shows what becomes of ${encoding.what}`);
    }
    const parts = writtenValues(message, event)
      .filter(({ value }) => encoding.characters.test(value))
      .map((attribute) => asked(encoding, attribute));
    return weigh(parts, `no attribute was to hold ${encoding.what}`);
  });

function asked(encoding: Encoding, attribute: WrittenValue): Shown {
  const { name, value, lines, written } = attribute;
  if (written.kind === 'missing') return silent(`${name} did not come out`);
  if (written.kind === 'several') return silent(`${name} came out more than once`);
  switch (encoding.look(written, value)) {
    case 'elsewhere':
      return silent(`${name} is not encoded, which is another rule`);
    case 'raw':
      return unencoded(encoding.what, name, lines, expectedHeader(name, value));
    case undefined:
  }
  switch (written.kind) {
    case 'once':
      return KEPT;
    case 'further':
      return silent(`${name} is ${written.how}, which is another rule`);
    case 'literal':
    case 'own-escapes':
      return silent(`what is not encoded in ${name} is another rule`);
    case 'word':
      return otherwise(encoding, attribute);
    case 'other':
      return isWrongThere(encoding, value, readable(written.content))
        ? otherwise(encoding, attribute)
        : silent(`what came out wrong in ${name} is something else`);
  }
}

const isWrongThere = ({ characters }: Encoding, value: string, text: string): boolean =>
  text !== value && sameOutline(value, characters, text);

/** Something stands in a header as it is. */
export const unencoded = (
  what: string,
  name: string,
  lines: readonly string[] | undefined,
  expected: Readonly<Record<string, string>> | 'percent-encoded' = 'percent-encoded',
): Shown => broken(`${what} stands unencoded in ce-${name}`, expected, shownHeader(`ce-${name}`, lines), 'raw');

const otherwise = ({ what, how }: Encoding, { name, value, lines }: WrittenValue): Shown =>
  broken(`${what} in ce-${name} is not ${how}`, expectedHeader(name, value), shownHeader(`ce-${name}`, lines), 'other');

/** The header that the text asks for. */
export const expectedHeader = (name: string, value: string): Readonly<Record<string, string>> => ({
  [`ce-${name}`]: shortened(percentEncode(value) ?? value),
});
