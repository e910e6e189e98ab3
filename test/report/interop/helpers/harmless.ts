// What every page has to be when all foreign text in it is `HOSTILE`.
import { expect } from 'vitest';

/** Nothing of it is read as Markdown, and its tables have so many cells, each number once, between the bars that are theirs. */
export function expectHarmlessMarkdown(hostile: string, cells: readonly number[]): void {
  // Whatever stands in code spans is taken out: nothing of it is left.
  const bare = hostile.replaceAll(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
  for (const piece of ['<script', '<img', '@octocat', 'evil.example', 'javascript:', '\u001b', '\u202e'])
    expect(bare, piece).not.toContain(piece);
  expect(hostile).not.toContain('\u001b');
  expect(hostile).not.toMatch(/^# heading/m);
  const rows = hostile.split('\n').filter((line) => line.startsWith('| '));
  const seen = new Set(rows.map((line) => line.split(/(?<!\\) ?\| ?/).length));
  expect([...seen].sort((a, b) => a - b)).toEqual(cells);
}

/** Nothing of it is read as HTML, and it is there. The one script is the page's own. */
export function expectHarmlessHtml(hostile: string): void {
  for (const piece of ['<script>alert', '<img', '\u001b', '\u202e', '<b>']) expect(hostile, piece).not.toContain(piece);
  expect(hostile).toContain('&lt;script&gt;alert(1)');
  expect(hostile.match(/<script/g)).toHaveLength(1);
}
