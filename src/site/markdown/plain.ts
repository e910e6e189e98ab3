import type { Token, Tokens } from 'marked';

/** What a reader sees of the tokens, without its form. */
export const plain = (tokens: readonly Token[]): string =>
  tokens.map(plainToken).join('').replaceAll(/\s+/g, ' ').trim();

function plainToken(token: Token): string {
  switch (token.type) {
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return [header, ...rows].map((row) => row.map((cell) => plain(cell.tokens)).join(' ')).join(' ');
    }
    case 'list':
      return (token as Tokens.List).items
        .map((item) => plain(item.tokens))
        .join(' ')
        .concat(' ');
    case 'space':
    case 'br':
    case 'hr':
      return ' ';
    case 'def':
      return '';
  }
  const { tokens, text } = token as { readonly tokens?: readonly Token[]; readonly text?: string };
  const isBlock = ['paragraph', 'heading', 'code', 'blockquote', 'html'].includes(token.type);
  return (tokens === undefined ? (text ?? '') : tokens.map(plainToken).join('')) + (isBlock ? ' ' : '');
}
