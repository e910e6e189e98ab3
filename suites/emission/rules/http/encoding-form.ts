// HTTP binding, 3.1.3.2: what is recommended about the form of escapes, and that nothing is put on top of them.

import { unquote } from '../../../../src/binding/http/quoted.js';
import type { HttpMessage } from '../../../../src/binding/types.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import type { EmissionRule, Shown } from '../../types.js';
import { attributeLines, shownHeader } from './attribute-headers.js';
import { binaryRule } from './binary-rule.js';
import { expectedHeader } from './encoding-rule.js';
import { surelyDecoded } from './own-escapes.js';
import type { Written } from './written.js';
import { writtenValues } from './written-values.js';

/** Hexadecimal digits of escapes are upper case. */
export const ENC_UPPER: EmissionRule<HttpMessage> = binaryRule('http.enc.upper', (message, event) => {
  const parts =
    event === undefined
      ? attributeLines(message).flatMap((line) =>
          surelyDecoded(line) === undefined ? [] : digits(line.name, line.raw),
        )
      : writtenValues(message, event).flatMap(({ name, written }) =>
          written.kind === 'once' ? digits(name, written.content) : [],
        );
  return weigh(parts, 'no escape in a header has a letter');
});

/** What the escapes of a header show, those with letters. */
function digits(name: string, content: string): readonly Shown[] {
  const escapes = (content.match(/%[0-9A-Fa-f]{2}/g) ?? []).filter((found) => /[A-F]/i.test(found));
  if (escapes.length === 0) return [];
  const lower = escapes.find((found) => /[a-f]/.test(found));
  if (lower === undefined) return [KEPT];
  return [broken(`the escape ${lower} in ce-${name} has lower-case letters`, lower.toUpperCase(), lower)];
}

/** What was percent-encoded is not encoded or quoted once more, nor by the rules of mail. */
export const ENC_SINGLE: EmissionRule<HttpMessage> = binaryRule('http.enc.single', (message, event) => {
  if (event !== undefined) {
    const parts = writtenValues(message, event).map(({ name, value, lines, written }) =>
      onTop(name, lines, written, expectedHeader(name, value)),
    );
    return weigh(parts, 'no attribute came out');
  }
  const parts = attributeLines(message).flatMap((line): readonly Shown[] => {
    const { name, raw } = line;
    if (unquote(raw) !== raw) return [further('in quotes', name, [raw], 'without quotes')];
    if (MAIL.test(raw)) return [further('encoded as in mail', name, [raw], 'percent-encoded')];
    return surelyDecoded(line) === undefined || /%25/.test(raw) ? [] : [KEPT];
  });
  return weigh(parts, 'whether a value is encoded more than once does not show');
});

const MAIL = /^=\?[^?]{1,40}\?[bq]\?[^?]*\?=$/i;

function onTop(name: string, lines: readonly string[] | undefined, written: Written, expected: Expected): Shown {
  switch (written.kind) {
    case 'once':
      return KEPT;
    case 'further':
      return further(written.how, name, lines, expected);
    case 'word':
      return further('encoded as in mail', name, lines, expected);
    case 'missing':
    case 'several':
    case 'literal':
    case 'own-escapes':
    case 'other':
      return silent(`how ${name} is encoded is another rule`);
  }
}

type Expected = Readonly<Record<string, string>> | string;

const further = (how: string, name: string, lines: readonly string[] | undefined, expected: Expected): Shown =>
  broken(`the value of ce-${name} is ${how}`, expected, shownHeader(`ce-${name}`, lines), how);
