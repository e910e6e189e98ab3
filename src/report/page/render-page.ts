// A page in one file: style and script stand in it, and its policy lets nothing else in.
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../engine/package-root.js';
import { type Html, html } from './html.js';

export interface Page {
  readonly title: string;
  readonly body: Html;
  /** What it looks like and what it can do by itself. A page of tables, if nothing is said. */
  readonly assets?: PageAssets;
  /** The id of an element: the page is drawn when it is there, and not again for every piece that arrives before. */
  readonly drawnFrom?: string;
}

/** Files of `assets/`, each kind in its order. */
export interface PageAssets {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
}

const TABLES: PageAssets = { styles: ['base.css', 'page.css'], scripts: ['page.js'] };

/** The page as a file. It loads nothing, and runs no script but those of `assets/`. */
export function renderPage({ title, body, assets: { styles, scripts } = TABLES, drawnFrom }: Page): string {
  const [style, script] = [joined(styles), joined(scripts)];
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="data:,">${drawnFrom === undefined ? '' : html`<link rel="expect" href="#${drawnFrom}" blocking="render">`}
<style>${raw(style)}</style>
</head>
<body>
${body}
<script>${raw(script)}</script>
</body>
</html>
`;
  return page.html;
}

/** Text of ours, as it is: the parser reads no entities in a style or a script. */
const raw = (text: string): Html => ({ html: text });

const joined = (names: readonly string[]): string => names.map(asset).join('\n');

const asset = (name: string): string =>
  readFileSync(join(packageRoot(), 'assets', name), 'utf8').replaceAll('\r\n', '\n');

// By digest rather than 'unsafe-inline': a script that got in by any mistake of ours would not run.
function policy(style: string, script: string): string {
  const allow = (text: string): string => `'sha256-${hash('sha256', text, 'base64')}'`;
  return [
    "default-src 'none'",
    `style-src ${allow(style)}`,
    `script-src ${allow(script)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
