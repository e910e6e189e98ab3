import { type Html, html } from '../../report/page/html.js';
import { oneLine } from '../../report/page/one-line.js';
import type { Sdk, Version } from '../data/types.js';
import { sdkPath } from '../paths.js';
import type { SiteContext } from '../types.js';
import { verdictWord } from './outcome.js';

/** Every version that was judged, the newest first, and what was written about the way between them. */
export function historySection(sdk: Sdk, shown: Version, context: SiteContext, link: (to: string) => string): Html {
  const { entry, newest, older } = sdk;
  const versions = [newest, ...older];
  const written = context.guides.filter(({ path }) => path.startsWith(`sdks/${entry.id}/`));
  const isMixed = new Set(versions.map(({ excerpt }) => excerpt.suite.digest)).size > 1;
  return html`
<section>
<h2 id="history">History</h2>
${older.length === 0 ? html`<p class="dim">This is the only version that was judged.</p>` : ''}
${isMixed ? html`<p class="note">These versions were judged by different suites: a number may differ for that alone.</p>` : ''}
<div class="scroll" role="region" aria-labelledby="history" tabindex="0">
<table>
<thead><tr><th scope="col">Version</th><th scope="col">Judged</th><th scope="col">Verdict</th><th scope="col" class="number">MUST verified</th><th scope="col" class="number">Failed</th><th scope="col" class="number">Findings</th><th scope="col">Report</th></tr></thead>
<tbody>${versions.map((version) => row(version, version === newest, version === shown, entry.id, link))}
</tbody>
</table>
</div>${
    written.length === 0
      ? ''
      : html`
<ul class="links">${written.map(({ path, title }) => html`<li><a href="${link(path)}">${title}</a></li>`)}</ul>`
  }
</section>`;
}

function row(
  { version, excerpt, findings, file, judgedOn, musts: { verified, applicable, failed } }: Version,
  isNewest: boolean,
  isShown: boolean,
  id: string,
  link: (to: string) => string,
): Html {
  const name = oneLine(version, 40);
  return html`
<tr><th scope="row">${isShown ? html`<b>${name}</b>` : html`<a href="${link(sdkPath(id, isNewest ? undefined : version))}">${name}</a>`}</th><td>${judgedOn}</td><td>${verdictWord(excerpt.verdict)}</td><td class="number">${verified}/${applicable}</td><td class="number">${failed}</td><td class="number">${findings.length}</td><td><a href="${link(file)}">JSON</a></td></tr>`;
}
