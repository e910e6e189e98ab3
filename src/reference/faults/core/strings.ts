// Faults about characters in attribute values.
import type { ContentMode, HttpMessage } from '../../../binding/types.js';
import { canonical } from '../../../event/canonical.js';
import { isCoreAttribute } from '../../../event/names.js';
import { type Fault, fault } from '../../fault.js';
import { modeOf, onAttributes } from '../change.js';

// Values of http-binary have faults of their own, where they are the header encoding's.
const JSON_MODES: readonly ContentMode[] = ['structured', 'batch'];

/** What becomes of characters. */
export const STRING_FAULTS: readonly Fault[] = [
  fault(
    'core.type.str/trimmed',
    'trims attribute values, in JSON',
    onText((text) => text.trim(), JSON_MODES),
  ),
  fault(
    'core.type.str/bom',
    'strips a byte order mark from attribute values',
    onText((text) => text.replace(/^\ufeff/, '')),
  ),
  fault(
    'core.type.str/line-separators',
    'replaces the line separators of Unicode with blanks',
    onText((text) => text.replaceAll(/[\u2028\u2029]/g, ' ')),
  ),
  fault(
    'core.type.str/invisible',
    'removes characters that do not show',
    onText((text) => text.replaceAll(/\p{Cf}/gu, '')),
  ),
  fault(
    'core.type.str/cut',
    'cuts attribute values after 255 characters',
    onText((text) => text.slice(0, 255)),
  ),
  fault(
    'core.type.str/lower-case',
    'writes type in lower case',
    onAttributes((value, name) => (name === 'type' ? canonical(value).toLowerCase() : value)),
  ),
  fault(
    'core.type.str/number',
    'turns extensions that look like numbers into numbers, in JSON',
    onAttributes(
      (value, name) =>
        isCoreAttribute(name) || !/^[+-]?[0-9]/.test(canonical(value)) || Number.isNaN(Number(value))
          ? value
          : Number(value),
      JSON_MODES,
    ),
  ),
  fault(
    'core.type.str-nonorm/nfc',
    'normalises attribute values to composed characters, in JSON',
    onText((text) => text.normalize('NFC'), JSON_MODES),
  ),
  fault('core.type.str-pair/halves', 'decodes the halves of an escaped surrogate pair apart', {
    message: (message) =>
      modeOf(message) === 'binary'
        ? message
        : withBody(message, /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}/g, '\\ufffd\\ufffd'),
  }),
];

// The attributes that have rules, and so faults, of their own.
const APART: ReadonlySet<string> = new Set(['id', 'source', 'specversion', 'datacontenttype']);

function onText(change: (text: string) => string, modes?: readonly ContentMode[]): Pick<Fault, 'outcome'> {
  return onAttributes((value, name) => (typeof value === 'string' && !APART.has(name) ? change(value) : value), modes);
}

function withBody(message: HttpMessage, found: RegExp, by: string): HttpMessage {
  return {
    ...message,
    body: Buffer.from(Buffer.from(message.body).toString('latin1').replaceAll(found, by), 'latin1'),
  };
}
