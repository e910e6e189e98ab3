// Markdown as HTML. What the library leaves open is closed here: HTML in the text is shown as text, a link leads to a page of the
// site or to the web or nowhere, and no picture is loaded.
import { Marked, type Parser, type Tokens } from 'marked';
import { type Html, html } from '../../report/page/html.js';
import { lines } from '../parts/lines.js';
import { plain } from './plain.js';
import { slugger } from './slug.js';

/** A parser for one text: fragments are counted through it. `resolve` gives a link, or undefined where there is none. */
export function markdownParser(resolve: (href: string) => string | undefined): Marked {
  const slug = slugger();
  let tables = 0;
  return new Marked({
    gfm: true,
    renderer: {
      html: ({ text }) => html`${lines(text)}`.html,
      image: ({ text }) => html`${lines(text)}`.html,
      // A list of tasks is read, not ticked.
      checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
      code: ({ text }) => html`<pre class="code" tabindex="0"><code>${lines(text)}</code></pre>\n`.html,
      heading({ tokens, depth }) {
        const title = plain(tokens);
        const id = slug(title);
        const inner = raw(this.parser.parseInline(tokens));
        const anchor = html` <a class="anchor" href="#${id}" aria-label="Link to ${title}">#</a>`;
        return html`<h${depth} id="${id}">${inner}${depth === 1 ? '' : anchor}</h${depth}>\n`.html;
      },
      link({ href, tokens }) {
        const inner = raw(this.parser.parseInline(tokens));
        const target = resolve(href);
        return target === undefined ? inner.html : html`<a href="${target}">${inner}</a>`.html;
      },
      table({ header, rows }) {
        const head = html`<thead><tr>${header.map((cell) => headCell(cell, this.parser))}</tr></thead>`;
        const body = rows.map(
          (row) => html`<tr>${row.map((cell) => html`<td${side(cell)}>${inline(cell, this.parser)}</td>`)}</tr>\n`,
        );
        return html`<div class="scroll" role="region" aria-label="Table ${++tables}" tabindex="0"><table class="prose">${head}<tbody>\n${body}</tbody></table></div>\n`
          .html;
      },
    },
  });
}

// A corner without words heads nothing.
const headCell = (cell: Tokens.TableCell, parser: Parser): Html =>
  cell.tokens.length === 0 ? html`<td></td>` : html`<th scope="col"${side(cell)}>${inline(cell, parser)}</th>`;

const inline = ({ tokens }: Tokens.TableCell, parser: Parser): Html => raw(parser.parseInline(tokens));

const side = ({ align }: Tokens.TableCell): Html | undefined => (align === 'right' ? html` class="number"` : undefined);

/** What the library has made of text: it escapes. */
const raw = (text: string): Html => ({ html: text });
