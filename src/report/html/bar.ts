// A bar of parts. The numbers beside it say the same; full, hatched and hollow parts tell them apart without colour.
import { type Html, html } from '../page/html.js';
import type { Outcome } from '../text/style.js';

/** The least that a part takes, in percent: one of a hundred has to be seen. */
const LEAST = 2;

/** The pattern of what failed. Once on a page, before the first bar. */
export const HATCH: Html = html`<svg class="hatch" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground" width="5" height="5"/><rect class="stripe" width="1.6" height="5"/></pattern>
</defs></svg>`;

/** Parts from left to right. Parts of nothing take no room, and what applies to nobody leaves the track empty. */
export function bar(parts: readonly (readonly [outcome: Outcome, count: number])[]): Html {
  const seen = parts.filter(([, count]) => count > 0);
  const total = seen.reduce((sum, [, count]) => sum + count, 0);
  const wide = seen.map(([, count]) => Math.max(LEAST, (count / total) * 100));
  const scale = 100 / wide.reduce((sum, width) => sum + width, 0);
  let at = 0;
  const rects = seen.map(([outcome], index) => {
    const width = (wide[index] ?? 0) * scale;
    const rect = html`<rect class="${outcome}" x="${percent(at)}" width="${percent(width)}" height="100%"/>`;
    at += width;
    return rect;
  });
  return html`<svg class="bar" aria-hidden="true" focusable="false">${rects}</svg>`;
}

const percent = (value: number): string => `${Math.round(value * 100) / 100}%`;
