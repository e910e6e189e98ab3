// What decoders make of percent sequences that are not UTF-8, instead of refusing them.
import { unquote } from '../../../binding/http/quoted.js';
import { decodeUtf8 } from '../../../event/utf8.js';
import { type Fault, fault } from '../../fault.js';
import { decoded, decodedAs } from './header-change.js';

/** Reads the bytes of a value that the sound decoder rejects. */
const rescuedAs = (read: (bytes: Buffer, raw: string) => string | undefined): Pick<Fault, 'message'> =>
  decodedAs((raw) => (decoded(raw) === undefined ? read(bytesOf(raw), raw) : undefined));

const bytesOf = (raw: string): Buffer =>
  Buffer.from(
    unquote(raw).replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** Shortest forms are not asked for: C0 AF is a slash. */
function withOverlong(bytes: Buffer): string | undefined {
  const text = bytes
    .toString('latin1')
    .replace(/[\xc0\xc1][\x80-\xbf]/g, (pair) =>
      character((pair.charCodeAt(0) & 0x1f) * 64 + (pair.charCodeAt(1) & 0x3f)),
    );
  return decodeUtf8(Buffer.from(text, 'latin1'));
}

const character = (code: number): string => String.fromCharCode(code);

/** Surrogates that were encoded each for itself make a character, as in CESU-8. */
function withSurrogates(bytes: Buffer): string | undefined {
  const text = bytes
    .toString('latin1')
    .replace(/\xed([\xa0-\xaf])([\x80-\xbf])\xed([\xb0-\xbf])([\x80-\xbf])/g, (found) => {
      const [a, b, c, d] = [1, 2, 4, 5].map((at) => found.charCodeAt(at) & 0x3f);
      const high = 0xd000 + (a ?? 0) * 64 + (b ?? 0);
      const low = 0xd000 + (c ?? 0) * 64 + (d ?? 0);
      return Buffer.from(String.fromCharCode(high, low), 'utf8').toString('latin1');
    });
  return decodeUtf8(Buffer.from(text, 'latin1'));
}

export const BAD_UTF8_FAULTS: readonly Fault[] = [
  fault(
    'http.dec.bad-utf8/replaced',
    'puts U+FFFD for bytes that are not UTF-8',
    rescuedAs((bytes) => bytes.toString('utf8')),
  ),
  fault(
    'http.dec.bad-utf8/as-sent',
    'keeps the escapes of a value that is not UTF-8',
    rescuedAs((_, raw) => unquote(raw)),
  ),
  fault(
    'http.dec.bad-utf8/latin-1',
    'reads bytes that are not UTF-8 as Latin-1',
    rescuedAs((bytes) => bytes.toString('latin1')),
  ),
  fault('http.dec.bad-utf8/overlong', 'accepts overlong sequences of two bytes', rescuedAs(withOverlong)),
  fault(
    'http.dec.bad-utf8/surrogates',
    'accepts surrogate pairs that are encoded each half for itself',
    rescuedAs(withSurrogates),
  ),
];
