// What hand-made readers of JSON get wrong about the text around and inside an event.
import { decodeUtf8 } from '../../../event/utf8.js';
import { type Fault, fault } from '../../fault.js';
import { modeOf, refuseWhen } from '../change.js';
import { onText } from './members.js';

/** Refuses structured and batched messages whose text looks like this. */
const refuseText = (pattern: RegExp, reason: string): Pick<Fault, 'outcome'> =>
  refuseWhen((message) => modeOf(message) !== 'binary' && pattern.test(decodeUtf8(message.body) ?? ''), reason);

export const ENVELOPE_FAULTS: readonly Fault[] = [
  fault(
    'json.env.syntax/version-first',
    'reads specversion as the first member and gives up where it is not',
    refuseText(/^[\s[]*\{\s*(?!"specversion"|\s)/, 'the first member is not specversion'),
  ),
  fault(
    'json.env.syntax/names-as-written',
    'compares member names without resolving their escapes',
    onText((text) => text.replaceAll(/"(?:[^"\\]|\\.)*"(?=\s*:)/g, (name) => name.replaceAll('\\u', '\\\\u'))),
  ),
  fault(
    'json.env.syntax/first-byte',
    'looks at the first byte to tell what the document is, and finds white space there',
    refuseText(/^[ \t\r\n]/, 'the document begins with neither { nor ['),
  ),
  fault(
    'json.env.syntax/last-byte',
    'takes white space after the document for more than one document',
    refuseText(/[ \t\r\n]$/, 'something follows the document'),
  ),
  fault('json.env.syntax/tabs', 'takes a tab for no white space', refuseText(/\t/, 'an unexpected character')),
  fault(
    'json.env.syntax/slash-kept',
    'does not know the escape of a slash and keeps its backslash',
    onText((text) => text.replaceAll(/\\./g, (pair) => (pair === '\\/' ? '\\\\/' : pair))),
  ),
  fault(
    'json.env.syntax/surrogates-apart',
    'decodes the two escapes of a surrogate pair each by itself',
    onText((text) => text.replaceAll(/\\u[dD][89abAB]..\\u[dD][c-fC-F]../g, '\ufffd\ufffd')),
  ),
];
