import { filterForm } from '../../page/filters.js';
import type { Html } from '../../page/html.js';
import { oneLine } from '../../page/one-line.js';
import { LEGEND } from '../marks.js';
import type { CellOutcome, Matrix } from '../types.js';

const LEVELS = ['must', 'should', 'may', 'info'] as const;

/** Every choice that makes a difference in this matrix. */
export function matrixFilters({ requirements, documents, subjects }: Matrix): Html {
  const levels = new Set(requirements.map(({ level }) => level));
  const outcomes = new Set(requirements.flatMap(({ cells }) => cells.map(({ outcome }) => outcome)));
  return filterForm(
    [
      {
        name: 'document',
        label: 'Document',
        any: 'All documents',
        options: documents.map(({ id, title }) => [id, oneLine(title, 60)]),
      },
      {
        name: 'level',
        label: 'Level',
        any: 'All levels',
        options: LEVELS.filter((level) => levels.has(level)).map((level) => [level, level.toUpperCase()]),
      },
      {
        name: 'outcome',
        label: 'Outcome',
        any: 'Any outcome',
        options: (Object.keys(LEGEND) as CellOutcome[])
          .filter((outcome) => outcomes.has(outcome))
          .map((outcome) => [outcome, outcome]),
      },
      {
        name: 'subject',
        label: 'Subject',
        any: 'All subjects',
        options: subjects.map(({ key, label }) => [key, label]),
      },
    ],
    'id, rule, section, finding',
  );
}
