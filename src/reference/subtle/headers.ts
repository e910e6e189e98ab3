// Subtle faults about ce- headers: what they do depends on how many there are, or on how they are spelt.
import { unquote } from '../../binding/http/quoted.js';
import type { HeaderLine } from '../../binding/types.js';
import { isCoreAttribute } from '../../event/names.js';
import { decodeUtf8 } from '../../event/utf8.js';
import { type Fault, fault } from '../fault.js';
import { decoded, decodedAs, onBinary } from '../faults/http/header-change.js';

const isAttribute = (name: string): boolean => /^ce-/i.test(name);

/** Reads a plus sign as a blank in every ce- header after so many. */
function plusAfter(count: number): Pick<Fault, 'message'> {
  return onBinary((message) => {
    const late = message.headers.filter(([name]) => isAttribute(name)).slice(count);
    const changed = (line: HeaderLine): HeaderLine => [line[0], line[1].replaceAll('+', '%20')];
    return { ...message, headers: message.headers.map((line) => (late.includes(line) ? changed(line) : line)) };
  });
}

/** Whether a header is an extension whose name is in capitals alone. */
function isShouted(name: string): boolean {
  return /^CE-[0-9A-Z]+$/.test(name) && !isCoreAttribute(name.slice('CE-'.length).toLowerCase());
}

/** Reads overlong sequences of two bytes, unless they come first: the check is made for the first character alone. */
function withLateOverlong(raw: string): string | undefined {
  const bytes = unquote(raw).replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => character(Number.parseInt(hex, 16)));
  const read = bytes.replace(/(?<=.)([\xc0\xc1])([\x80-\xbf])/gs, (_, lead: string, trail: string) =>
    character((lead.charCodeAt(0) & 0x1f) * 64 + (trail.charCodeAt(0) & 0x3f)),
  );
  return decodeUtf8(Buffer.from(read, 'latin1'));
}

const character = (code: number): string => String.fromCharCode(code);

export const SUBTLE_HEADERS: readonly Fault[] = [
  fault('http.dec.plus/after-eighth', 'takes a plus sign for a blank from the ninth ce- header on', plusAfter(8)),
  fault(
    'http.dec.lower/letter-first',
    'leaves escapes that begin with a lower-case letter as they are',
    decodedAs((raw) => decoded(raw.replaceAll(/%(?=[a-f][0-9A-Fa-f])/g, '%25'))),
  ),
  fault(
    'http.bin.case/capitals',
    'does not recognize extensions whose header name is in capitals',
    onBinary(({ headers, body }) => ({ headers: headers.filter(([name]) => !isShouted(name)), body })),
  ),
  fault(
    'http.dec.bad-utf8/overlong-later',
    'accepts overlong sequences of two bytes after the first character of a value',
    decodedAs((raw) => (decoded(raw) === undefined ? withLateOverlong(raw) : undefined)),
  ),
];
