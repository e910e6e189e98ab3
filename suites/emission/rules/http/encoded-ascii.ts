// HTTP binding, 3.1.3.2: the three characters of ASCII that are never written as they are.

import { unquote } from '../../../../src/binding/http/quoted.js';
import type { HttpMessage } from '../../../../src/binding/types.js';
import { KEPT } from '../../say.js';
import type { EmissionRule } from '../../types.js';
import { encodingRule, unencoded } from './encoding-rule.js';
import { holdsOwnEscapes, mayHoldOwnEscapes, surelyDecoded } from './own-escapes.js';
import { bytesOf, decoded } from './written.js';

/** A space is written as %20. */
export const ENC_SPACE: EmissionRule<HttpMessage> = encodingRule({
  requirement: 'http.enc.space',
  what: 'a space',
  how: 'written as %20',
  characters: / /,
  look: ({ content }) => (content.includes(' ') ? 'raw' : undefined),
  captured(line) {
    if (line.raw.includes(' ')) return unencoded('a space', line.name, [line.raw]);
    return surelyDecoded(line)?.includes(' ') ? KEPT : undefined;
  },
});

/** A double quote is written as %22. */
export const ENC_QUOTE: EmissionRule<HttpMessage> = encodingRule({
  requirement: 'http.enc.quote',
  what: 'a double quote',
  how: 'written as %22',
  characters: /"/,
  look: ({ content }) => (content.includes('"') ? 'raw' : undefined),
  captured(line) {
    // Quotes around the whole value may have been put there by a further encoding, which is another rule.
    if (unquote(line.raw).includes('"')) return unencoded('a double quote', line.name, [line.raw]);
    return surelyDecoded(line)?.includes('"') ? KEPT : undefined;
  },
});

/** A percent sign is written as %25, also where it begins an escape of a URI (position A31). */
export const ENC_PERCENT: EmissionRule<HttpMessage> = encodingRule({
  requirement: 'http.enc.percent',
  what: 'a percent sign',
  how: 'written as %25',
  characters: /%/,
  look({ kind, content }, value) {
    if (kind === 'own-escapes' || content === bytesOf(value)) return 'raw';
    return STRAY.test(content) ? 'raw' : undefined;
  },
  captured(line) {
    if (STRAY.test(line.raw) || holdsOwnEscapes(line)) return unencoded('a percent sign', line.name, [line.raw]);
    const text = mayHoldOwnEscapes(line) ? undefined : decoded(line.raw);
    return text !== undefined && STRAY.test(text) ? KEPT : undefined;
  },
});

/** A percent sign that begins no escape. */
const STRAY = /%(?![0-9A-Fa-f]{2})/;
