// What a line on the program's stdout is: a message with an id, or something that does not belong there.
import { parseJson } from '../../event/parse-json.js';
import type { JsonValue } from '../../event/types.js';
import { decodeUtf8 } from '../../event/utf8.js';
import { quote } from './quote.js';

/** `why` is a part of a sentence, safe to print; `id` is there where the line still shows which request it is for. */
export type ReadLine =
  | { readonly kind: 'blank' }
  | { readonly kind: 'message'; readonly id: number; readonly json: JsonValue }
  | {
      readonly kind: 'garbage';
      readonly fault: 'no-json' | 'no-id';
      readonly why: string;
      readonly id?: number;
    };

export function readLine(bytes: Uint8Array): ReadLine {
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    return {
      kind: 'garbage',
      fault: 'no-json',
      why: `a line that is no UTF-8: ${quote(Buffer.from(bytes).toString('latin1'))}`,
    };
  }
  if (text.trim() === '') return { kind: 'blank' };
  const parsed = parseJson(text);
  if (parsed.kind === 'malformed') {
    const id = leadingId(text);
    return {
      kind: 'garbage',
      fault: 'no-json',
      why: `a line that is no JSON: ${quote(text)}`,
      ...(id !== undefined && { id }),
    };
  }
  const json = parsed.value;
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { kind: 'garbage', fault: 'no-json', why: `a line that is no JSON object: ${quote(text)}` };
  }
  const id = 'id' in json ? json['id'] : undefined;
  if (typeof id === 'number' && Number.isSafeInteger(id)) return { kind: 'message', id, json };
  const seen = id === undefined ? 'without an id' : `whose id is ${quote(JSON.stringify(id) ?? '', 40)} and no number`;
  return { kind: 'garbage', fault: 'no-id', why: `a reply ${seen}: ${quote(text)}` };
}

// A serializer that writes NaN, or a program that is cut off, spoils a reply whose id can still be read.
function leadingId(text: string): number | undefined {
  const digits = /^\s*\{\s*"id"\s*:\s*(\d{1,15})\s*[,}]/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
