import { AGREEMENTS } from '../agreement.js';
import { CELL_MARKS, LEGEND } from '../marks.js';
import { summaryLine } from '../summary-line.js';
import type { CellOutcome, Matrix } from '../types.js';
import { findingsSection } from './findings-section.js';
import { requirementsSection } from './requirements-section.js';
import { subjectsSection } from './subjects-section.js';

/** The matrix as a page of GitHub's Markdown. Every string of a report stands in a code span, or is a plain word. */
export function renderMarkdown(matrix: Matrix): string {
  return [
    '# CloudEvents conformance matrix',
    '',
    ...suites(matrix),
    '',
    summaryLine(matrix),
    '',
    '## Subjects',
    '',
    ...subjectsSection(matrix),
    '',
    '## Requirements',
    '',
    legend(),
    ...AGREEMENTS.flatMap((agreement) => requirementsSection(matrix, agreement)),
    ...findingsSection(matrix),
    '',
  ].join('\n');
}

function suites({ suites: all }: Matrix): readonly string[] {
  const named = all.map(({ specVersion, digest }) => `CloudEvents ${specVersion}, suite \`${digest.slice(0, 12)}\``);
  return all.length === 1
    ? [`Judged by ce-conform: ${named.join('')}.`]
    : [`**Mixed by force:** these reports were judged by different suites (${named.join('; ')}).`];
}

const legend = (): string =>
  (Object.keys(LEGEND) as CellOutcome[]).map((outcome) => `${CELL_MARKS[outcome]} ${outcome}`).join(', ') +
  '. A number counts cases: those that passed, or those that fail of all.';
