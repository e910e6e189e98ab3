import { type Html, html } from '../../report/page/html.js';

/** Text of several lines, with tabs: a template would show the ends of lines, and tabs, as escapes. */
export const lines = (text: string | readonly string[]): readonly Html[] =>
  (typeof text === 'string' ? text : text.join('\n')).split(/([\n\t])/).map(unlessSpace);

const unlessSpace = (piece: string): Html => (piece === '\n' || piece === '\t' ? { html: piece } : html`${piece}`);
