// The front page: what this is, what it shows of published SDKs, and how to judge one's own software.

import { type Html, html } from '../../report/page/html.js';
import { count } from '../../report/text/layout.js';
import { legend } from '../parts/legend.js';
import { profilesMatrix } from '../parts/profiles-matrix.js';
import { requirementHead, requirementRow } from '../parts/requirement-rows.js';
import { linkFrom, PATHS } from '../paths.js';
import type { SiteContext, SitePage } from '../types.js';
import { comparisons } from './comparisons.js';

/** Rows of the table on the front page: those on which the SDKs part most evenly. */
const MOST = 12;

const link = linkFrom(PATHS.home);

export const frontPage = (context: SiteContext): SitePage => ({
  path: PATHS.home,
  title: 'ce-conform',
  description: 'Which CloudEvents SDKs keep which requirement of the specification, with the bytes as evidence.',
  main: html`
<section class="hero">
<h1>Does it speak CloudEvents?</h1>
<p class="lead">ce-conform sends events derived from the <a href="https://github.com/cloudevents/spec">CloudEvents specification</a> to a service, a broker or
an SDK, over HTTP, Kafka and MQTT. It says requirement by requirement what holds, what does not, and what could not be seen, with the exact
bytes as evidence. Only what was seen to hold is green, and every verdict can be derived again from its report, offline.</p>
<pre class="code" tabindex="0"><code>npx ce-conform --target http://localhost:8080</code></pre>
<p class="links"><a href="#run">Judge your own software</a> <a href="${link(PATHS.requirements)}">${count(context.registry.requirements.size, 'requirement')}</a>${overview(context)}</p>
</section>
<section aria-labelledby="sdks">
<h2 id="sdks">What published SDKs show</h2>
<p class="lead">Each behind a small adapter that calls it as its own documentation does; suite ${suites(context)}.
The numbers do not rank the SDKs: each is asked for what it claims, and one that claims more is asked more.${readAgain(context)}</p>
${profilesMatrix(context, link)}
${comparisons(context, link)}
</section>
${disagreements(context)}
${howToRun(context)}
${guides(context)}`,
});

const suites = ({ matrix }: SiteContext): Html =>
  html`${matrix.suites.map(
    ({ specVersion, digest }, index) =>
      html`${index === 0 ? '' : ', '}CloudEvents ${specVersion}, <code title="${digest}">${digest.slice(0, 12)}</code>`,
  )}`;

/** Where a person has read what was found. */
function readAgain({ guides: all }: SiteContext): Html | undefined {
  const guide = all.find(({ source }) => source === 'docs/findings.md');
  return guide === undefined
    ? undefined
    : html` Every failed MUST was read again, against the text and the source: <a href="${link(guide.path)}">${guide.title}</a>.`;
}

function disagreements(context: SiteContext): Html | undefined {
  const rows = context.matrix.requirements.filter(
    ({ agreement, rule }) => agreement === 'differ' && rule !== undefined,
  );
  if (rows.length === 0) return undefined;
  return html`
<section>
<h2 id="differ">Where they disagree</h2>
<p class="lead">On ${count(rows.length, 'requirement')} one SDK does what the text asks and another does not.</p>
<div class="scroll" role="region" aria-labelledby="differ" tabindex="0">
<table class="requirements">
${requirementHead(context, link)}
<tbody>${rows.slice(0, MOST).map((row) => requirementRow({ ...row, rule: row.rule ?? '' }, row, context, link))}
</tbody>
</table>
</div>
${legend()}
${rows.length <= MOST ? '' : html`<p><a href="${link(`${PATHS.requirements}#standing=differ`)}">All ${rows.length} on which they disagree</a></p>`}
</section>`;
}

/** What a reader has, what to run, and the guide that tells more. */
const WAYS: readonly (readonly [has: string, runs: string, guide: string])[] = [
  ['A service that takes events over HTTP', 'ce-conform --target http://localhost:8080', 'receivers'],
  ['A consumer of Kafka or MQTT', "ce-conform --target 'kafka://HOST:9092/IN?reply=OUT'", 'brokers'],
  ['An SDK, in any language', 'ce-conform --adapter -- PROGRAM', 'adapters'],
  ['A program that sends events', 'ce-conform --listen :0 -- PROGRAM', 'producers'],
  ['An engine of CloudEvents SQL', 'ce-conform --adapter -- PROGRAM', 'cesql'],
  ['Doubts that fixed cases are enough', 'ce-conform fuzz --target http://localhost:8080', 'fuzzing'],
];

const howToRun = ({ guides: all }: SiteContext): Html => html`
<section aria-labelledby="run">
<h2 id="run">Judge your own software</h2>
<p class="lead">With Node 20.19 or later, and without a configuration file. The exit code is 0 for conformant, 1 for nonconformant, and 3 where too little was seen to decide.</p>
<ul class="cards">${WAYS.map(([has, runs, name]) => {
  const guide = all.find(({ source }) => source === `docs/${name}.md`);
  return html`
<li><h3>${guide === undefined ? has : html`<a href="${link(guide.path)}">${has}</a>`}</h3><pre class="code" tabindex="0"><code>${runs}</code></pre></li>`;
})}
</ul>
</section>`;

const guides = ({ guides: all }: SiteContext): Html => html`
<section aria-labelledby="guides">
<h2 id="guides">Guides</h2>
<ul class="columns">${all
  .filter(({ path }) => path.startsWith('guides/'))
  .map(
    ({ path, title, source }) =>
      html`<li><a href="${link(path)}">${source === 'README.md' ? 'Overview' : title}</a></li>`,
  )}
<li><a href="${link(PATHS.decisions)}">Decisions</a></li>
</ul>
</section>`;

function overview({ guides: all }: SiteContext): Html | undefined {
  const guide = all.find(({ source }) => source === 'README.md');
  return guide === undefined ? undefined : html` <a href="${link(guide.path)}">Overview</a>`;
}
