// What goes wrong with the characters that have to be encoded.
import { Buffer } from 'node:buffer';
import { encodeHttp } from '../../../../binding/http/encode.js';
import { isCoreAttribute } from '../../../../event/names.js';
import { type Fault, fault } from '../../../fault.js';
import { escapes, onCharacters, onValues, unencoded } from './rewrite.js';

const one =
  (meant: string) =>
  (character: string): boolean =>
    character === meant;
const isOutsideAscii = (character: string): boolean => character > '\x7f';
const isBeyond = (character: string): boolean => character.length === 2;
const isWithin = (character: string): boolean => isOutsideAscii(character) && !isBeyond(character);

/** The units of a surrogate pair, each as the three bytes that it would have if it were a character. */
const surrogates = (character: string): string =>
  escapes(
    [0, 1].flatMap((index) => {
      const unit = character.charCodeAt(index);
      return [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)];
    }),
  );

const units = (character: string): string =>
  Array.from({ length: character.length }, (_, index) => {
    return `%u${character.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}`;
  }).join('');

export const ENCODING_EMIT_FAULTS: readonly Fault[] = [
  fault(
    'http.enc.space/plus',
    'writes a space as a plus sign',
    onCharacters(one(' '), () => '+'),
  ),
  fault(
    'http.enc.space/raw',
    'writes a space as it is',
    onCharacters(one(' '), () => ' '),
  ),
  fault(
    'http.enc.space/trimmed',
    'trims values',
    onValues((raw) => raw.replaceAll(/^(?:%20)+|(?:%20)+$/g, '')),
  ),
  fault(
    'http.enc.quote/raw',
    'writes a double quote as it is',
    onCharacters(one('"'), () => '"'),
  ),
  fault(
    'http.enc.quote/backslash',
    'writes a backslash before a double quote',
    onCharacters(one('"'), () => '\\"'),
  ),
  fault(
    'http.enc.quote/apostrophe',
    'writes an apostrophe for a double quote',
    onCharacters(one('"'), () => "'"),
  ),
  fault(
    'http.enc.percent/raw',
    'writes a percent sign as it is',
    onCharacters(one('%'), () => '%'),
  ),
  fault(
    'http.enc.percent/escapes-left',
    'leaves what looks like an escape as it is',
    onValues((raw) => raw.replaceAll(/%25([0-9A-Fa-f]{2})/g, '%$1')),
  ),
  fault(
    'http.enc.percent/uris-left',
    'leaves the escapes of source and dataschema as they are',
    onValues((raw, value, name) => (name === 'source' || name === 'dataschema' ? value : raw)),
  ),
  fault('http.enc.ascii/utf-8', 'writes the bytes of UTF-8 as they are', onCharacters(isOutsideAscii, unencoded)),
  fault(
    'http.enc.ascii/latin-1',
    'writes ISO 8859-1 as it is',
    onCharacters(
      (character) => isOutsideAscii(character) && character <= '\xff',
      (character) => character,
    ),
  ),
  fault(
    'http.enc.utf8/latin-1',
    'writes the escapes of ISO 8859-1',
    onCharacters(
      (character) => isOutsideAscii(character) && character <= '\xff',
      (character) => escapes(Buffer.from(character, 'latin1')),
    ),
  ),
  fault('http.enc.utf8/utf-16', 'writes units of UTF-16 as %u20AC', onCharacters(isWithin, units)),
  fault(
    'http.enc.utf8/question-marks',
    'writes a question mark for what is not in ISO 8859-1',
    onCharacters(
      (character) => isWithin(character) && character > '\xff',
      () => '?',
    ),
  ),
  fault(
    'http.enc.utf8/blank',
    'writes a space for a no-break space',
    onCharacters(one('\xa0'), () => '%20'),
  ),
  fault('http.enc.astral/surrogates', 'writes each half of a surrogate pair', onCharacters(isBeyond, surrogates)),
  fault('http.enc.astral/utf-16', 'writes units of UTF-16 as %uD83D%uDE00', onCharacters(isBeyond, units)),
  fault(
    'http.enc.astral/cut',
    'keeps 16 bits of each character',
    onCharacters(isBeyond, (character) =>
      escapes(Buffer.from(String.fromCharCode((character.codePointAt(0) ?? 0) & 0xffff), 'utf8')),
    ),
  ),
  fault(
    'http.enc.upper/lower',
    'writes the digits of escapes in lower case',
    onValues((raw) => raw.replaceAll(/%[0-9A-F]{2}/g, (found) => found.toLowerCase())),
  ),
  fault(
    'http.enc.single/quotes',
    'puts every value in quotes',
    onValues((raw) => `"${raw.replaceAll('\\', '\\\\')}"`),
  ),
  fault(
    'http.enc.single/twice',
    'percent-encodes a value twice',
    onValues((raw) => raw.replaceAll('%', '%25')),
  ),
  fault(
    'http.enc.single/mail',
    'writes values outside ASCII as mail headers have them',
    onValues((raw, value) =>
      /[^\0-\x7f]/.test(value) ? `=?UTF-8?B?${Buffer.from(value, 'utf8').toString('base64')}?=` : raw,
    ),
  ),
  fault('http.enc.control/raw', 'lets control characters through as they are', {
    emit: {
      emission(emission, events, mode) {
        if (emission.kind === 'message' || mode !== 'binary') return emission;
        const isMeant = events.every(({ attributes }) => /[\0-\x1f\x7f]/.test(String(attributes.get('subject'))));
        return isMeant ? { kind: 'message', message: encodeHttp(events, mode) } : emission;
      },
      message: (message) => ({
        ...message,
        headers: message.headers.map(([name, value]) => [
          name,
          value.replaceAll(/%(?:[01][0-9A-F]|7F)/g, (found) =>
            String.fromCharCode(Number.parseInt(found.slice(1), 16)),
          ),
        ]),
      }),
    },
  }),
  fault(
    'http.enc.all/extensions-left',
    'encodes no extensions',
    onValues((raw, value, name) => (isCoreAttribute(name) ? raw : unencoded(value))),
  ),
  fault(
    'http.enc.all/required-left',
    'encodes neither id nor type',
    onValues((raw, value, name) => (name === 'id' || name === 'type' ? unencoded(value) : raw)),
  ),
  fault(
    'http.enc.all/subject-alone',
    'encodes subject alone',
    onValues((raw, value, name) => (name === 'subject' ? raw : unencoded(value))),
  ),
];
