import { type Html, html } from '../../report/page/html.js';
import { quoteArgument } from '../../report/text/rerun.js';
import type { Sdk, Version } from '../data/types.js';
import { lines } from './lines.js';

/** How anybody gets the same result. Of older versions only the report is here: the adapters are for the newest. */
export function rerunSection({ entry, newest }: Sdk, version: Version, link: (to: string) => string): Html {
  const { id, run, needs, install } = entry;
  const verify = [`ce-conform verify ${version.file}`];
  const judge = [
    `npm run subjects -- ${id} --check`,
    ['ce-conform', '--seed', version.excerpt.run.seed, '--adapter', '--', ...run].map(quoteArgument).join(' '),
  ];
  return html`
<section aria-labelledby="again">
<h2 id="again">See it again</h2>
<p>Without the SDK: every verdict, derived again from the bytes in the <a href="${link(version.file)}">report</a>.</p>
<pre class="code" tabindex="0"><code>${lines(verify)}</code></pre>${
    version === newest
      ? html`
<p>With the SDK, in a checkout of ce-conform. The first line builds the adapter and compares with what is published; the second is for an adapter that is built.${
          needs === undefined ? '' : ` Needed: ${needs.join(', ')}${install === undefined ? '' : ` (${install})`}.`
        }</p>
<pre class="code" tabindex="0"><code>${lines(judge)}</code></pre>`
      : ''
  }
</section>`;
}
