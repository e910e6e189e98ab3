// Markdown as markdown-it reads it.
import MarkdownIt from 'markdown-it';

export interface MarkdownRead {
  /** Where links lead. */
  readonly links: readonly string[];
  /** HTML that is not text, as it stands. */
  readonly html: readonly string[];
  /** Columns of each row of each table. */
  readonly rows: readonly (readonly number[])[];
  readonly images: number;
}

/** GitHub's Markdown as markdown-it reads it, with HTML allowed and links found in text, as GitHub does. */
export function readMarkdown(text: string): MarkdownRead {
  const parser = new MarkdownIt({ html: true, linkify: true });
  const tokens = parser.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  const rows: number[][] = [];
  for (const { type } of tokens) {
    if (type === 'table_open') rows.push([]);
    if (type === 'tr_open') rows.at(-1)?.push(0);
    if (type === 'td_open' || type === 'th_open') {
      const table = rows.at(-1) ?? [];
      table.push((table.pop() ?? 0) + 1);
    }
  }
  return {
    links: tokens.filter(({ type }) => type === 'link_open').map((token) => String(token.attrGet('href') ?? '')),
    html: tokens.filter(({ type }) => type.startsWith('html_')).map(({ content }) => content),
    rows,
    images: tokens.filter(({ type }) => type === 'image').length,
  };
}
