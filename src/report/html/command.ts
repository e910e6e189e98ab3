import { type Html, html } from '../page/html.js';
import { oneLine } from '../page/one-line.js';

/** Longest command line, in characters. */
const MOST = 2000;

/** A command line, with a button that copies it, which the script shows. */
export const command = (line: string): Html =>
  html`<div class="command"><pre tabindex="0" role="group" aria-label="Command that runs it again"><code>${oneLine(line, MOST)}</code></pre><button type="button" class="copy" hidden>Copy</button></div>\n`;
