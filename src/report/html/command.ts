import { type Html, html } from '../page/html.js';
import { oneLine } from '../page/one-line.js';

/** Longest command line, in characters. */
const MOST = 2000;

/** A command line, with a button that copies it where there is a script. */
export const command = (line: string): Html =>
  html`<div class="command"><pre tabindex="0" role="region" aria-label="Command that runs it again"><code>${oneLine(line, MOST)}</code></pre><button type="button" class="copy">Copy</button></div>\n`;
