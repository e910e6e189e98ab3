// Which lines of a baseline belong to which entry. Entries are taken out and added as lines, so that all else in the
// file, comments above all, stays as its owner wrote it.
import { type Document, isMap, isNode, isScalar, isSeq, type YAMLSeq } from 'yaml';
import type { List } from '../../report/baseline/types.js';

/** The lines of one entry, from 0. */
export interface EntryLines {
  readonly start: number;
  /** Behind the last line. */
  readonly end: number;
  /** The first of the comment lines directly above, and of the blank lines above those. */
  readonly lead: number;
}

/** `bracketed`: written in brackets or by an alias, so that no whole lines belong to an entry. */
export type ListLines =
  | { readonly kind: 'absent' }
  /** Offsets of the value, which is `[]` or nothing. */
  | { readonly kind: 'empty'; readonly from: number; readonly to: number }
  | { readonly kind: 'block'; readonly indent: number; readonly entries: readonly EntryLines[] }
  | { readonly kind: 'bracketed'; readonly offset: number };

/** Where a list stands in the text of a document. The document keeps its source tokens. */
export function listLines(text: string, document: Document.Parsed | undefined, list: List): ListLines {
  const contents = document?.contents ?? null;
  if (contents === null || (isScalar(contents) && contents.value === null)) return { kind: 'absent' };
  if (!isMap(contents) || contents.flow === true) return { kind: 'bracketed', offset: contents.range[0] };
  const value = contents.items.find(({ key }) => isScalar(key) && key.value === list)?.value;
  if (!isNode(value) || value.range == null) return { kind: 'absent' };
  const [from, to] = value.range;
  if ((isScalar(value) && value.value === null) || (isSeq(value) && value.items.length === 0))
    return { kind: 'empty', from, to };
  const dashes = isSeq(value) ? dashesOf(value) : [];
  return dashes.length === 0 ? { kind: 'bracketed', offset: from } : block(text, dashes);
}

/** Offsets of the dashes of a block list. */
function dashesOf({ srcToken }: YAMLSeq): readonly number[] {
  if (srcToken?.type !== 'block-seq') return [];
  return srcToken.items.flatMap(({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset ?? []);
}

function block(text: string, dashes: readonly number[]): ListLines {
  const lines = text.split('\n');
  const starts = dashes.map((offset) => lineAt(text, offset));
  const indent = indentOf(lines[starts[0] ?? 0] ?? '');
  const entries: EntryLines[] = [];
  for (const [index, start] of starts.entries()) {
    const end = endOf(lines, start, starts[index + 1] ?? lines.length, indent);
    entries.push({ start, end, lead: leadOf(lines, start, entries.at(-1)?.end ?? 0) });
  }
  return { kind: 'block', indent, entries };
}

/** The line of an offset, from 0. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length - 1;

// What is indented further than the dash belongs to its entry, comments too.
function endOf(lines: readonly string[], start: number, most: number, indent: number): number {
  let end = start + 1;
  for (let at = end; at < most; at++) {
    const line = lines[at] ?? '';
    if (isBlank(line)) continue;
    if (indentOf(line) <= indent) break;
    end = at + 1;
  }
  return end;
}

function leadOf(lines: readonly string[], start: number, least: number): number {
  let lead = start;
  while (lead > least && /^\s*#/.test(lines[lead - 1] ?? '')) lead--;
  while (lead > least && isBlank(lines[lead - 1] ?? '')) lead--;
  return lead;
}

const isBlank = (line: string): boolean => line.trim() === '';

const indentOf = (line: string): number => line.search(/[^ ]|$/);
