import { type Html, html } from '../../page/html.js';
import { oneLine } from '../../page/one-line.js';
import type { NotRun } from '../types.js';

/** Longest foreign text, in characters. */
const MOST = 200;

/** Who did not run, why, and what a person does about it. */
export const notRunNote = ({ id, sdk, reason, build, install }: NotRun): Html => html`
<p class="note"><strong>Not run:</strong> ${id} (${oneLine(sdk, MOST)}): ${oneLine(reason, 2 * MOST)}${
  build === undefined ? '' : html`. Build it: <code>${oneLine(build, 2 * MOST)}</code>`
}${install === undefined ? '' : html`. What it needs: <code>${oneLine(install, 2 * MOST)}</code>`}</p>`;
