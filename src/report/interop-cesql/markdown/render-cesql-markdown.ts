import { code } from '../../markdown/code.js';
import { cesqlSummaryLine } from '../cesql-summary-line.js';
import type { CesqlInterop } from '../types.js';
import { causesPart } from './causes-part.js';
import { enginesPart } from './engines-part.js';

/** The whole as a page of GitHub's Markdown. Foreign text stands in code spans. */
export function renderCesqlMarkdown(result: CesqlInterop): string {
  const { run, tool } = result;
  return [
    '# Engines of CESQL side by side',
    '',
    `Generated expressions through every engine, by ${code(`${tool.name} ${tool.version}`)} with the seed ${code(run.seed)}.`,
    '',
    cesqlSummaryLine(result),
    ...(run.stopped === undefined
      ? []
      : ['', `**Stopped early:** ${code(run.stopped)}. What was not asked is not counted.`]),
    '',
    '## Engines',
    '',
    ...enginesPart(result),
    ...causesPart(result, 'settled'),
    ...causesPart(result, 'open'),
    '',
  ].join('\n');
}
