// What could not be decided, and what would make it visible.
import { type Html, html } from '../page/html.js';
import { oneLine } from '../page/one-line.js';
import { count } from '../text/layout.js';
import { groups } from '../text/sections.js';
import { mark } from './mark.js';
import type { Sheet } from './types.js';

/** Longest foreign text, in characters. Reasons told; the outline has each beside its requirement. */
const [MOST, MOST_REASONS] = [300, 8];

export function unseen({ report }: Sheet): Html | undefined {
  const open = groups(
    report.requirements.filter(({ outcome }) => outcome === 'open'),
    ({ reason }) => reason ?? 'no reason is known',
  ).toSorted(([, a], [, b]) => b.length - a.length);
  if (open.length === 0 && report.unseen.length === 0) return undefined;
  const more = open.slice(MOST_REASONS).flatMap(([, members]) => members).length;
  return html`<section aria-labelledby="unseen">
<h2 id="unseen">Not seen</h2>
<ul class="unseen">${report.unseen.map(
    ({ id, reveal }) =>
      html`<li>${mark('open')}<span>Profile <strong>${oneLine(id, 80)}</strong>. To see it: ${oneLine(reveal, MOST)}</span></li>`,
  )}${open
    .slice(0, MOST_REASONS)
    .map(
      ([reason, members]) =>
        html`<li>${mark('open')}<span>${count(members.length, 'requirement')}: ${oneLine(reason, MOST)}</span></li>`,
    )}${more === 0 ? '' : html`<li>${mark('open')}<span><a href="#status=open">${count(more, 'more requirement')}</a>, each for another reason</span></li>`}</ul>
</section>`;
}
