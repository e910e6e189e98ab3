// The page of one version of an SDK: what its report says, and how to get it again.
import { nameOf } from '../../report/matrix/name-of.js';
import { type Html, html } from '../../report/page/html.js';
import { oneLine } from '../../report/page/one-line.js';
import { count } from '../../report/text/layout.js';
import type { Sdk, Version } from '../data/types.js';
import { findingsSection } from '../parts/findings-section.js';
import { historySection } from '../parts/history-section.js';
import { verdictWord } from '../parts/outcome.js';
import { rerunSection } from '../parts/rerun-section.js';
import { sdkProfiles } from '../parts/sdk-profiles.js';
import { undecidedSection } from '../parts/undecided-section.js';
import { badgePath, linkFrom, PATHS, sdkPath } from '../paths.js';
import type { SiteContext, SitePage } from '../types.js';
import { badgeText } from './badge-text.js';

/** Longest text of a report that a line repeats, in characters. */
const MOST = 300;

export function sdkPage(sdk: Sdk, version: Version, context: SiteContext): SitePage {
  const { entry, newest } = sdk;
  const isNewest = version === newest;
  const path = sdkPath(entry.id, isNewest ? undefined : version.version);
  const link = linkFrom(path);
  const { excerpt } = version;
  const name = nameOf(excerpt);
  return {
    path,
    title: name,
    part: 'sdks',
    description: `What ${name} shows of CloudEvents ${excerpt.suite.specVersion}: ${excerpt.verdict}.`,
    main: html`
<p class="crumbs"><a href="${link(PATHS.sdks)}">SDKs</a></p>
<h1>${oneLine(excerpt.target.name, 80)} <span class="version">${oneLine(excerpt.target.version ?? version.version, 40)}</span></h1>
<p><img src="${link(badgePath(entry.id, isNewest ? undefined : version.version))}" alt="${badgeText(version)}" height="20"></p>
${isNewest ? '' : html`<p class="note">An older version: <a href="${link(sdkPath(entry.id))}">${nameOf(newest.excerpt)}</a> is the newest that was judged.</p>`}
${limits(version)}
<p class="lead">${verdict(version)}</p>
${facts(version, entry.sdk)}
<h2 id="profiles">Profiles</h2>
${sdkProfiles(excerpt)}
${findingsSection(sdk, version, context, link)}
${undecidedSection(version, context, link)}
${historySection(sdk, version, context, link)}
${rerunSection(sdk, version, link)}`,
  };
}

function verdict({ excerpt, findings, musts }: Version): Html {
  const { verified, applicable, failed } = musts;
  const breaches = findings.filter(({ isBreach }) => isBreach).length;
  return html`${verdictWord(excerpt.verdict)}: of ${count(applicable, 'MUST requirement')} that apply to what it claims, ${verified} verified, ${failed} failed${
    breaches === 0 ? '' : ` (${count(breaches, 'finding')})`
  }, ${applicable - verified - failed} not decided.`;
}

// What makes a report say less than others do.
function limits({ excerpt: { selection, run } }: Version): readonly Html[] {
  return [
    ...(selection === undefined
      ? []
      : [html`<p class="note">Only ${selection.cases} of ${selection.of} cases were asked for.</p>`]),
    ...(run.stopped === undefined ? [] : [html`<p class="note">Stopped early: ${oneLine(run.stopped, MOST)}</p>`]),
  ];
}

function facts({ excerpt, judgedOn }: Version, sdk: string): Html {
  const { target, suite, tool } = excerpt;
  const rows: readonly (readonly [term: string, value: Html | string])[] = [
    ['Package', sdk],
    ['Judged', `on ${judgedOn}, by ${oneLine(tool.name, 40)} ${oneLine(tool.version, 40)}`],
    [
      'Suite',
      html`CloudEvents ${suite.specVersion}, <code title="${suite.digest}">${suite.digest.slice(0, 12)}</code>`,
    ],
    ['Bindings', (target.bindings ?? ['http']).join(', ')],
    ['Claims', html`${target.claims.map((claim) => html`<code>${oneLine(claim, 60)}</code> `)}`],
  ];
  return html`<dl class="facts">${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}
