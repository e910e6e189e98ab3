// How an attribute value was written in a header, where it is known what the value is.
import { Buffer } from 'node:buffer';
import { percentDecode, percentEncode } from '../../../../src/binding/http/percent.js';
import { unquote } from '../../../../src/binding/http/quoted.js';
import { sameInstant } from '../../../../src/event/timestamp.js';

/** `content` is the header value, without the quotes around it where it is the value in quotes. */
export type Written =
  | { readonly kind: 'missing' }
  /** Lines that say different things. */
  | { readonly kind: 'several' }
  | Present;

export type Present =
  /** One round of percent-decoding gives the value. Characters that have to be encoded can stand in it all the same. */
  | { readonly kind: 'once'; readonly content: string }
  /** Nothing is encoded, and something would have to be. */
  | { readonly kind: 'literal'; readonly content: string }
  /** Escapes that the value has of its own stand as they are, and the rest is encoded (position A31). */
  | { readonly kind: 'own-escapes'; readonly content: string }
  /** What comes out of the rules is encoded once more (section 3.1.3.2), or quoted in place of them. */
  | { readonly kind: 'further'; readonly how: 'in quotes' | 'percent-encoded twice'; readonly content: string }
  /** A MIME encoded-word or an extended parameter in place of percent-encoding. */
  | { readonly kind: 'word'; readonly content: string }
  | { readonly kind: 'other'; readonly content: string };

/** How the lines of the header of this attribute stand for the value that was asked for. */
export function writtenAs(name: string, value: string, lines: readonly string[] | undefined): Written {
  const [raw, ...others] = lines ?? [];
  if (raw === undefined) return { kind: 'missing' };
  if (others.length > 0) return { kind: 'several' };
  const isValue = (text: string | undefined): boolean => text !== undefined && isSameValue(name, value, text);
  if (raw === bytesOf(value)) return { kind: percentEncode(value) === value ? 'once' : 'literal', content: raw };
  const text = decoded(raw);
  if (isValue(text)) return { kind: 'once', content: raw };

  const content = unquote(raw);
  if (content !== raw && (content === bytesOf(value) || isValue(decoded(content)))) {
    return { kind: 'further', how: 'in quotes', content };
  }
  if (octets(raw) === octets(bytesOf(value))) return { kind: 'own-escapes', content: raw };
  if (text !== undefined && isValue(decoded(bytesOf(text)))) {
    return { kind: 'further', how: 'percent-encoded twice', content: raw };
  }
  return { kind: isWord(raw) ? 'word' : 'other', content };
}

/** Whether a value is a MIME encoded-word (RFC 2047) or the value of an extended parameter (RFC 8187). */
export const isWord = (raw: string): boolean =>
  /^"?=\?[^?]{1,40}\?[bq]\?[^?]*\?=/i.test(raw) || /^"?utf-8'[a-z0-9-]{0,40}'/i.test(raw);

/** One round of percent-decoding; undefined where the octets are not UTF-8. */
export function decoded(content: string): string | undefined {
  const result = percentDecode(content);
  return result.kind === 'text' ? result.text : undefined;
}

/** As much of a value as can be read: octets that are not UTF-8 hide the characters outside ASCII alone. */
export const readable = (content: string): string =>
  decoded(content) ??
  content.replace(/%([0-7][0-9A-Fa-f])/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The value as a header value: canonical strings are texts, header values have a character for each byte. */
export const bytesOf = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** One round of percent-decoding, octet by octet, whatever they stand for. */
const octets = (content: string): string =>
  content.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** An instant may be spelt in another way (position A07). */
const isSameValue = (name: string, value: string, text: string): boolean =>
  value === text || (name === 'time' && sameInstant(value, text) !== 'different');
