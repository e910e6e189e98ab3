/** A link to a page that we name ourselves. `text` is Markdown already. */
export const link = (text: string, href: string | undefined): string =>
  href === undefined ? text : `[${text}](${href})`;
