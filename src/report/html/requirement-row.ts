// One requirement of the outline: its rule and what became of it; the script adds its cases when it is opened.
import { sectionLink } from '../../../suites/links.js';
import type { Requirement } from '../../engine/requirement.js';
import { type Html, html } from '../page/html.js';
import { oneLine } from '../page/one-line.js';
import { count } from '../text/layout.js';
import { isFailed } from '../text/view.js';
import type { CaseReport, RequirementReport } from '../types.js';
import { addressOf, anchor } from './anchor.js';
import { mark } from './mark.js';
import type { SectionOutline } from './outline-of.js';
import type { Sheet } from './types.js';

/** Longest id and longest reason, in characters. */
const [MOST_ID, MOST] = [120, 400];

export function requirementRow(one: RequirementReport, section: SectionOutline, sheet: Sheet): Html {
  const { id, level, outcome } = one;
  const cases = sheet.view.casesOf.get(id) ?? [];
  const known = sheet.registry.requirements.get(id);
  const statuses = [...new Set(cases.map(({ status }) => status))].join(' ');
  return html`<details class="req"${anchor(id)} data-id="${id}" data-level="${level}" data-is="${outcome} ${statuses}">
<summary>${mark(outcome)}<code>${oneLine(id, MOST_ID)}</code><span class="level ${level}">${level.toUpperCase()}</span><span class="rule">${known?.rule}</span><span class="tally ${outcome}">${words(one, cases)}</span></summary>
${about(one, known, section, sheet)}</details>
`;
}

function words({ outcome, unscored }: RequirementReport, cases: readonly CaseReport[]): string {
  const of = (is: (item: CaseReport) => boolean): string =>
    `${cases.filter(is).length} of ${count(cases.length, 'case')}`;
  switch (outcome) {
    case 'verified':
      return `verified by ${count(cases.filter(({ status }) => status === 'pass').length, 'case')}`;
    case 'failed':
      return `${of(isFailed)} failed`;
    case 'warned':
      return `${of(({ status }) => status === 'warn')} warned`;
    case 'observed':
      return unscored === true ? 'recorded, not scored' : 'recorded';
    case 'open':
      return 'not decided';
    case 'not-applicable':
      return 'not applicable';
  }
}

function about(one: RequirementReport, known: Requirement | undefined, section: SectionOutline, sheet: Sheet): Html {
  const { id, reason, unscored } = one;
  const spec = sheet.report.suite.specVersion === 'main' ? 'main' : '1.0.2';
  const href = known === undefined ? undefined : sectionLink(known, spec, sheet.registry);
  const found = sheet.findingsOf.get(id) ?? [];
  return html`<div class="about">${reason === undefined ? '' : html`<p>${oneLine(reason, MOST)}</p>`}${
    unscored === true
      ? html`<p>Not part of the scored specification: of ${spec === 'main' ? '1.0.2' : 'main'} only.</p>`
      : ''
  }${href === undefined || href === section.href ? '' : html`<p><a href="${href}">This rule in the specification</a></p>`}${
    found.length === 0
      ? ''
      : html`<p>Found: ${found.map(
          (finding, index) =>
            html`${index === 0 ? '' : ', '}<a href="${addressOf(finding.id)}">${oneLine(finding.title, MOST_ID)}</a>`,
        )}</p>`
  }${positions(known?.positions ?? [])}</div>`;
}

const positions = (ids: readonly string[]): Html | undefined =>
  ids.length === 0
    ? undefined
    : html`<p class="positions-of">Positions: ${ids.map((id, index) => html`${index === 0 ? '' : ', '}<a href="${addressOf(id)}">${id}</a>`)}</p>`;
