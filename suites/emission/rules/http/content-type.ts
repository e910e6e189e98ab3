// HTTP binding, 3.1.1: in binary mode Content-Type is the type of the data, and no other header is.
import type { HttpMessage } from '../../../../src/binding/types.js';
import { isJsonMediaType, sameMediaType } from '../../../../src/event/media-type.js';
import { broken, KEPT, silent } from '../../say.js';
import type { EmissionRule, Shown } from '../../types.js';
import { toldType } from '../json/declared.js';
import { shownHeader } from './attribute-headers.js';
import { binaryRule } from './binary-rule.js';

/** The type of the data is the Content-Type, with its parameters, and verbatim (position A35). */
export const CT_OUT: EmissionRule<HttpMessage> = binaryRule('http.bin.ct-out', (message, event) => {
  if (event === undefined) return silent('which type the data has does not show');
  const told = toldType(event);
  if (told === undefined) return silent('the data has no type');
  const lines = contentTypes(message);
  const [line] = lines;
  const wrong = (text: string, root: string): Shown =>
    broken(text, { 'content-type': told }, shownHeader('content-type', lines.length === 0 ? undefined : lines), root);
  if (line === undefined) return wrong('the type of the data is no Content-Type', 'missing');
  if (lines.length > 1) return wrong('there is more than one Content-Type', 'several');
  return sameMediaType(line, told) ? KEPT : wrong('the Content-Type is not the type of the data', 'changed');
});

/** Data without a type has no Content-Type. What the JSON format implies for a JSON value may be written out. */
export const CT_NONE_OUT: EmissionRule<HttpMessage> = binaryRule('http.bin.ct-none-out', (message, event) => {
  const lines = contentTypes(message);
  const [line] = lines;
  if (event === undefined) {
    return line === undefined ? KEPT : silent('whether the type of the data was set does not show');
  }
  if (toldType(event) !== undefined) return silent('the data has a type');
  if (line === undefined) return KEPT;
  if (event.data?.kind === 'json' && lines.every(isJsonMediaType)) return KEPT;
  const what = event.data === undefined ? 'an event without data and type' : 'data without a type';
  return broken(`${what} came out under a Content-Type`, { 'content-type': null }, shownHeader('content-type', lines));
});

/** There is no header ce-datacontenttype. */
export const NO_DCT_HEADER: EmissionRule<HttpMessage> = binaryRule('http.bin.no-dct-header', (message, event) => {
  const found = message.headers.filter(([name]) => name.toLowerCase() === NAME).map(([, value]) => value);
  if (found.length > 0) {
    return broken('the type of the data is in a ce- header', { [NAME]: null }, shownHeader(NAME, found));
  }
  const isTyped = event === undefined ? contentTypes(message).length > 0 : toldType(event) !== undefined;
  return isTyped ? KEPT : silent('the data has no type');
});

const NAME = 'ce-datacontenttype';

/** The values of the lines, each once: HTTP libraries repeat what is set twice. */
const contentTypes = ({ headers }: HttpMessage): readonly string[] => [
  ...new Set(headers.filter(([name]) => name.toLowerCase() === 'content-type').map(([, value]) => value)),
];
