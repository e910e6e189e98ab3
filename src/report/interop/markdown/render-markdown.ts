import { code } from '../../markdown/code.js';
import { CELL_MARKS, LEGEND } from '../marks.js';
import { summaryLine } from '../summary-line.js';
import type { CellOutcome, Interop } from '../types.js';
import { causesSection } from './causes-section.js';
import { lossesSection } from './losses-section.js';
import { modesSection } from './modes-section.js';
import { subjectsSection } from './subjects-section.js';

/** The whole as a page of GitHub's Markdown. Foreign text stands in code spans. */
export function renderMarkdown(interop: Interop): string {
  const { run, tool } = interop;
  return [
    '# CloudEvents interoperability',
    '',
    `Every encoder against every decoder, by ${code(`${tool.name} ${tool.version}`)} with the seed ${code(run.seed)}.`,
    '',
    summaryLine(interop),
    ...(run.stopped === undefined
      ? []
      : ['', `**Stopped early:** ${code(run.stopped)}. What was not asked is not counted.`]),
    '',
    '## Subjects',
    '',
    ...subjectsSection(interop),
    '',
    '## What survives',
    '',
    'A row for each encoder, a column for each decoder: events that came out as they were told, of all that were told.',
    legend(),
    ...modesSection(interop),
    ...lossesSection(interop),
    ...causesSection(interop),
    '',
  ].join('\n');
}

const legend = (): string =>
  `${(Object.keys(LEGEND) as CellOutcome[]).map((outcome) => `${CELL_MARKS[outcome]} ${LEGEND[outcome]}`).join('; ')}.`;
