// The members of JSON objects as they are spelt: repeated names and number spellings, which JSON.parse forgets.
// JSON.parse decides what is JSON; the scan runs over text that is known to be, so it only has to find where values end.
import { parseJson } from '../event/parse-json.js';
import type { JsonValue } from '../event/types.js';
import { decodeUtf8 } from '../event/utf8.js';

/** One member of an object. Repeated names are members of their own. */
export interface RawMember {
  readonly name: string;
  /** The text of the value, without the white space around it: `1.0e1`, `"a\u0062"`, `{ "x": 1 }`. */
  readonly text: string;
  readonly value: JsonValue;
}

/**
 * The members of a JSON object, or of each object in a JSON array; in the order of the text. Undefined where the bytes
 * are no JSON text in UTF-8, or neither an object nor an array of objects.
 */
export function rawMembers(bytes: Uint8Array): readonly (readonly RawMember[])[] | undefined {
  const decoded = decodeUtf8(bytes);
  if (decoded === undefined || parseJson(decoded).kind === 'malformed') return undefined;
  const text = decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded;
  const start = afterSpace(text, 0);
  if (text[start] === '{') return [membersAt(text, start).members];
  if (text[start] !== '[') return undefined;

  const documents: (readonly RawMember[])[] = [];
  for (let at = afterSpace(text, start + 1); text[at] !== ']'; ) {
    if (text[at] !== '{') return undefined;
    const { members, end } = membersAt(text, at);
    documents.push(members);
    at = afterComma(text, end);
  }
  return documents;
}

/** The members of the object that opens here, and the index behind it. */
function membersAt(text: string, open: number): { readonly members: readonly RawMember[]; readonly end: number } {
  const members: RawMember[] = [];
  let at = afterSpace(text, open + 1);
  while (text[at] === '"') {
    const nameEnd = afterString(text, at);
    const start = afterSpace(text, afterSpace(text, nameEnd) + 1);
    const end = afterValue(text, start);
    const valueText = text.slice(start, end);
    members.push({ name: String(spelt(text.slice(at, nameEnd))), text: valueText, value: spelt(valueText) });
    at = afterComma(text, end);
  }
  return { members, end: at + 1 };
}

function spelt(text: string): JsonValue {
  const parsed = parseJson(text);
  return parsed.kind === 'json' ? parsed.value : null;
}

function afterValue(text: string, start: number): number {
  if (text[start] === '"') return afterString(text, start);
  if (text[start] === '{' || text[start] === '[') return afterNest(text, start);
  let at = start;
  while (at < text.length && !',]} \n\r\t'.includes(text.charAt(at))) at += 1;
  return at;
}

// Counts instead of recursing: a target can nest as deep as its body is long.
function afterNest(text: string, open: number): number {
  let depth = 0;
  let at = open;
  while (at < text.length) {
    const character = text[at];
    if (character === '"') {
      at = afterString(text, at);
      continue;
    }
    if (character === '{' || character === '[') depth += 1;
    if (character === '}' || character === ']') depth -= 1;
    at += 1;
    if (depth === 0) return at;
  }
  return at;
}

function afterString(text: string, quote: number): number {
  let at = quote + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function afterComma(text: string, from: number): number {
  const at = afterSpace(text, from);
  return text[at] === ',' ? afterSpace(text, at + 1) : at;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
  return at;
}
