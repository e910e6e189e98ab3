// What goes wrong in the decoding of header values that are valid.
import { percentDecode } from '../../../binding/http/percent.js';
import { unquote } from '../../../binding/http/quoted.js';
import { type Fault, fault } from '../../fault.js';
import { decoded, decodedAs } from './header-change.js';

const isQuoted = (raw: string): boolean => unquote(raw) !== raw;

/** One round of percent-decoding alone. */
function unescaped(raw: string): string | undefined {
  const result = percentDecode(raw);
  return result.kind === 'text' ? result.text : undefined;
}

const unquotedAfter = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : unquote(text);

/** Each escape stands for the Latin-1 character of its byte. */
const byteByByte = (raw: string): string =>
  raw.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The text between the quotes, escapes as they are. */
const inside = (raw: string): string => raw.slice(1, -1);

/** A value without its quotes, read by the rules of JSON strings where they allow it. */
function asJson(raw: string): string {
  try {
    return String(JSON.parse(raw));
  } catch {
    return inside(raw);
  }
}

function encodedWord(raw: string): string | undefined {
  const word = /^=\?utf-8\?b\?([^?]*)\?=$/i.exec(raw)?.[1];
  return word === undefined ? undefined : Buffer.from(word, 'base64').toString('utf8');
}

export const PERCENT_FAULTS: readonly Fault[] = [
  fault('http.dec.pct/never', 'leaves percent sequences as they are', decodedAs(unquote)),
  fault(
    'http.dec.pct/latin-1',
    'takes every decoded byte for a character',
    decodedAs((raw) => byteByByte(unquote(raw))),
  ),
  fault(
    'http.dec.once/twice',
    'decodes percent sequences twice',
    decodedAs((raw) => {
      const once = decoded(raw);
      return once === undefined || /[^\x00-\x7f]/.test(once) ? undefined : (unescaped(once) ?? '\ufffd');
    }),
  ),
  fault(
    'http.dec.extra/delimiters-kept',
    'decodes like a whole URI, so that the delimiters of URIs stay encoded',
    decodedAs((raw) => decoded(raw.replace(/%(2[1346789BCF]|3[ABDF]|40|5[BD])/gi, '%25$1'))),
  ),
  fault(
    'http.dec.extra/letters-kept',
    'decodes only what has to be encoded, so that other escapes stay',
    decodedAs((raw) => decoded(raw.replace(/%(21|2[346-9A-F]|[3-6][0-9A-F]|7[0-9A-E])/gi, '%25$1'))),
  ),
  fault(
    'http.dec.lower/upper-only',
    'decodes escapes with upper-case digits only',
    decodedAs((raw) => {
      const upper = decoded(raw.replace(/%([0-9A-Fa-f][a-f]|[a-f][0-9A-Fa-f])/g, '%25$1'));
      return decoded(raw) === undefined ? undefined : (upper ?? raw);
    }),
  ),
  fault(
    'http.dec.plus/blank',
    'takes a plus sign for a blank, as in forms',
    decodedAs((raw, name) => (name === 'time' ? undefined : decoded(raw.replaceAll('+', ' ')))),
  ),
];

export const QUOTE_FAULTS: readonly Fault[] = [
  fault('http.dec.quoted/kept', 'leaves double-quoted values in their quotes', decodedAs(unescaped)),
  fault(
    'http.dec.quoted/trimmed',
    'cuts blanks off the ends of the text within the quotes',
    decodedAs((raw) => (isQuoted(raw) ? decoded(raw)?.trim() : undefined)),
  ),
  fault(
    'http.dec.quoted-esc/kept',
    'takes the outer quotes off and leaves the backslashes',
    decodedAs((raw) => (isQuoted(raw) ? unescaped(inside(raw)) : undefined)),
  ),
  fault(
    'http.dec.quoted-esc/json',
    'reads a quoted value as a JSON string',
    decodedAs((raw) => (isQuoted(raw) ? unescaped(asJson(raw)) : undefined)),
  ),
  fault(
    'http.dec.quoted-pct/left',
    'does not percent-decode what was in quotes',
    decodedAs((raw) => (isQuoted(raw) ? unquote(raw) : undefined)),
  ),
  fault(
    'http.dec.quoted-pct/decoded-first',
    'percent-decodes a quoted value before it is unquoted',
    decodedAs((raw) => (isQuoted(raw) ? unquotedAfter(unescaped(raw)) : undefined)),
  ),
  fault(
    'http.dec.pct-quote/unquoted-after',
    'unquotes a value after it was percent-decoded',
    decodedAs((raw) => (raw.startsWith('"') ? undefined : unquotedAfter(decoded(raw)))),
  ),
  fault(
    'http.dec.literal/comments',
    'takes text in parentheses for a comment',
    decodedAs((raw) => (raw.startsWith('"') ? undefined : decoded(raw.replace(/\([^()]*\)/g, '')))),
  ),
  fault(
    'http.dec.literal/backslash',
    'takes a backslash for an escape outside quotes too',
    decodedAs((raw) => (raw.startsWith('"') ? undefined : decoded(raw.replace(/\\(.)/g, '$1')))),
  ),
  fault('http.dec.literal/encoded-word', 'decodes the encoded words of mail headers', decodedAs(encodedWord)),
];
