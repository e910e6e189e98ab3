// A badge as a file: JSON for a shields endpoint, or an SVG that needs no server and carries the same JSON as its metadata.
import { makeBadge } from 'badge-maker';
import { html } from '../page/html.js';
import type { Badge } from './types.js';

/** For `img.shields.io/endpoint?url=…`. */
export const renderEndpoint = (badge: Badge): string => `${JSON.stringify(badge, null, 2)}\n`;

/** A picture with an accessible name. */
export function renderSvg(badge: Badge): string {
  const { label, message, color } = badge;
  const picture = makeBadge({ label, message, color });
  // Only letters of ASCII, so that what is unsafe on a screen cannot stand in the file either. Behind the picture: its title comes first.
  const { html: metadata } = html`<metadata>${asciiJson(badge)}</metadata>`;
  return `${picture.replace(/<\/svg>$/, '')}${metadata}</svg>\n`;
}

/** JSON with everything beyond ASCII escaped. */
const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
