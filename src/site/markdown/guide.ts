// A Markdown file of the repository as a page.
import type { Html } from '../../report/page/html.js';
import type { MarkdownFile } from '../data/types.js';
import { markdownParser } from './markdown-parser.js';
import { plain } from './plain.js';
import { slugger } from './slug.js';
import { visible } from './visible.js';

export interface Guide {
  /** Of the source, from the root of the repository. */
  readonly source: string;
  /** Of the page. */
  readonly path: string;
  readonly title: string;
  /** The first paragraph, as plain text. */
  readonly summary: string;
  /** The heading of the page, and all that follows. */
  readonly heading: Html;
  readonly body: Html;
  readonly sections: readonly GuideSection[];
}

export interface GuideSection {
  readonly id: string;
  readonly title: string;
  readonly depth: number;
  /** What it says, as plain text, without its subsections. */
  readonly text: string;
}

/** `resolve` gives the link for one of the source, or undefined where there is nothing to link to. */
export function guideOf(
  { path: source, text }: MarkdownFile,
  path: string,
  resolve: (href: string) => string | undefined,
): Guide {
  const parser = markdownParser(resolve);
  const tokens = parser.lexer(visible(text));
  const slug = slugger();
  const sections: { id: string; title: string; depth: number; text: string }[] = [];
  for (const token of tokens) {
    if (token.type === 'heading') {
      const title = plain(token.tokens ?? []);
      sections.push({ id: slug(title), title, depth: Number(token['depth']), text: '' });
    } else {
      const section = sections.at(-1);
      if (section !== undefined) section.text = `${section.text} ${plain([token])}`.trim();
    }
  }
  const first = tokens.find(({ type }) => type === 'paragraph');
  return {
    source,
    path,
    title: sections[0]?.title ?? source,
    summary: first === undefined ? '' : plain([first]),
    // In their order: the parser counts the fragments.
    heading: { html: parser.parser(tokens.slice(0, 1)) },
    body: { html: parser.parser(tokens.slice(1)) },
    sections,
  };
}
