import { type Html, html } from '../../report/page/html.js';

/** Text of several lines: a template would show their ends as escapes. */
export const lines = (text: string | readonly string[]): readonly Html[] =>
  (typeof text === 'string' ? text.split('\n') : text).map(
    (line, index) => html`${index === 0 ? '' : NEW_LINE}${line}`,
  );

const NEW_LINE: Html = { html: '\n' };
