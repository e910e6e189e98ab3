// The text of a baseline with entries taken out and others added.
import { type Document, stringify } from 'yaml';
import { type Entry, LISTS, type List } from '../../report/baseline/types.js';
import { type EntryLines, type ListLines, lineAt, listLines } from './list-lines.js';

/** Entries with a comment above them, of one line. */
export interface Addition {
  readonly list: List;
  readonly comment: string;
  readonly entries: readonly Pick<Entry, 'case' | 'reason' | 'fingerprint'>[];
}

export interface Rewriting {
  /** Lines, from 1, where entries begin or go on that have to go. */
  readonly removed: ReadonlySet<number>;
  readonly added: readonly Addition[];
}

/** Lines that take the place of others. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** Indentation of entries in a list that had none. */
const INDENT = 2;

/** The new text. Both lists have to be written in lines. */
export function rewriteLists(text: string, document: Document.Parsed | undefined, rewriting: Rewriting): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = (text === '' || text.endsWith('\n') ? text : text + end).split('\n');
  const edits = LISTS.flatMap((list) => {
    const added = rewriting.added.filter((one) => one.list === list);
    return editsOf(text, list, listLines(text, document, list), { ...rewriting, added });
  });
  // From the end to the beginning, so that no edit moves the place of another.
  for (const { from, to, lines: instead } of edits.sort((a, b) => b.from - a.from))
    lines.splice(from, to - from, ...instead.map((line) => line + end.slice(0, -1)));
  return lines.join('\n');
}

function editsOf(text: string, list: List, place: ListLines, { removed, added }: Rewriting): readonly Edit[] {
  switch (place.kind) {
    case 'absent': {
      const last = text.split('\n').length - (text === '' || text.endsWith('\n') ? 1 : 0);
      return added.length === 0 ? [] : [insert(last, [`${list}:`, ...render(added, INDENT, false)])];
    }
    case 'empty':
      return added.length === 0 ? [] : fill(text, place, render(added, INDENT, false));
    case 'block': {
      const out = place.entries.filter(({ start, end }) => [...removed].some((line) => start < line && line <= end));
      const behind = place.entries.at(-1)?.end ?? 0;
      return [
        ...groupsOf(place.entries).flatMap((group) => removals(group, out)),
        ...(added.length === 0 ? [] : [insert(behind, render(added, place.indent, out.length < place.entries.length))]),
      ];
    }
    case 'bracketed':
      return [];
  }
}

const insert = (at: number, lines: readonly string[]): Edit => ({ from: at, to: at, lines });

/** Puts entries in place of `[]`; a comment behind it stays. */
function fill(text: string, { from, to }: { from: number; to: number }, entries: readonly string[]): readonly Edit[] {
  const [first, last] = [lineAt(text, from), lineAt(text, to)];
  const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from).trimEnd();
  const [behind = ''] = text.slice(to).split('\n', 1);
  return [{ from: first, to: last + 1, lines: [`${before}${behind}`.trimEnd(), ...entries] }];
}

/** Entries below one comment, or behind one blank line: the comment may speak of all of them. */
function groupsOf(entries: readonly EntryLines[]): readonly (readonly EntryLines[])[] {
  const groups: EntryLines[][] = [];
  for (const entry of entries) {
    const group = groups.at(-1);
    if (group === undefined || entry.lead < entry.start) groups.push([entry]);
    else group.push(entry);
  }
  return groups;
}

// A comment goes only with the last of the entries that it may speak of.
function removals(group: readonly EntryLines[], out: readonly EntryLines[]): readonly Edit[] {
  const [first] = group;
  const gone = group.filter((entry) => out.includes(entry));
  const isAll = gone.length === group.length;
  return gone.map((entry) => ({ from: isAll && entry === first ? entry.lead : entry.start, to: entry.end, lines: [] }));
}

function render(additions: readonly Addition[], indent: number, isBehindOthers: boolean): readonly string[] {
  const left = ' '.repeat(indent);
  return additions.flatMap(({ comment, entries }, index) => [
    ...(isBehindOthers || index > 0 ? [''] : []),
    `${left}# ${comment}`,
    ...entries.flatMap((entry) =>
      stringify([entry], { lineWidth: 0 })
        .trimEnd()
        .split('\n')
        .map((line) => left + line),
    ),
  ]);
}
