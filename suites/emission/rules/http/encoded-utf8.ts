// HTTP binding, 3.1.3.2: characters outside ASCII become the bytes of their UTF-8, each as an escape.
import type { HttpMessage } from '../../../../src/binding/types.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import type { EmissionRule, Shown } from '../../types.js';
import { type AttributeLine, attributeLines, shownHeader } from './attribute-headers.js';
import { binaryRule } from './binary-rule.js';
import { encodingRule, expectedHeader, unencoded } from './encoding-rule.js';
import { mayHoldOwnEscapes, surelyDecoded } from './own-escapes.js';
import { writtenValues } from './written-values.js';

/** Nothing outside ASCII leaves the producer, however the characters are written otherwise. */
export const ENC_ASCII: EmissionRule<HttpMessage> = binaryRule('http.enc.ascii', (message, event) => {
  if (event === undefined) {
    const lines = attributeLines(message);
    const parts = lines.flatMap((line): readonly Shown[] => {
      if (OUTSIDE.test(line.raw)) return [unencoded(WHAT, line.name, [line.raw])];
      return OUTSIDE.test(surelyDecoded(line) ?? '') ? [KEPT] : [];
    });
    return weigh(parts, `no header shows what becomes of ${WHAT}`);
  }
  const parts = writtenValues(message, event)
    .filter(({ value }) => OUTSIDE.test(value))
    .map(({ name, value, lines }): Shown => {
      if (lines === undefined) return silent(`${name} did not come out`);
      return lines.some((raw) => OUTSIDE.test(raw)) ? unencoded(WHAT, name, lines, expectedHeader(name, value)) : KEPT;
    });
  return weigh(parts, `no attribute was to hold ${WHAT}`);
});

const WHAT = 'a character outside ASCII';
const OUTSIDE = /[^\0-\x7f]/;

/** A character up to U+FFFF becomes the two or three bytes of its UTF-8. */
export const ENC_UTF8: EmissionRule<HttpMessage> = encodingRule({
  requirement: 'http.enc.utf8',
  what: WHAT,
  how: 'written as its UTF-8',
  characters: /[\xa0-\ud7ff\ue000-\uffff]/,
  look: ({ content }) => (OUTSIDE.test(content) ? 'elsewhere' : undefined),
  captured(line) {
    if (/[\xa0-\ud7ff\ue000-\uffff]/.test(surelyDecoded(line) ?? '')) return KEPT;
    return isBadUtf8(line) && !SURROGATE.test(line.raw) ? notUtf8(line) : undefined;
  },
});

/** A character beyond U+FFFF, two units in the memory of many languages, becomes the four bytes of its UTF-8. */
export const ENC_ASTRAL: EmissionRule<HttpMessage> = encodingRule({
  requirement: 'http.enc.astral',
  what: 'a character beyond U+FFFF',
  how: 'written as the four bytes of its UTF-8',
  characters: /[\u{10000}-\u{10ffff}]/u,
  look: ({ content }) => (OUTSIDE.test(content) ? 'elsewhere' : undefined),
  captured(line) {
    if (/[\u{10000}-\u{10ffff}]/u.test(surelyDecoded(line) ?? '')) return KEPT;
    return isBadUtf8(line) && SURROGATE.test(line.raw) ? notUtf8(line) : undefined;
  },
});

/** The escapes of a surrogate, which UTF-8 does not have. */
const SURROGATE = /%ED%[AB][0-9A-F]%/i;

/** Escapes that are surely those of the binding, and no UTF-8. */
const isBadUtf8 = (line: AttributeLine): boolean =>
  !mayHoldOwnEscapes(line) &&
  !OUTSIDE.test(line.raw) &&
  /%[89A-F]/i.test(line.raw) &&
  surelyDecoded(line) === undefined;

const notUtf8 = ({ name, raw }: AttributeLine): Shown =>
  broken(`the escapes in ce-${name} are not UTF-8`, 'escapes of UTF-8', shownHeader(`ce-${name}`, [raw]), 'other');
