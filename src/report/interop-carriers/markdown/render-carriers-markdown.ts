import { CARRIERS, type Carrier } from '../../../engine/carriers.js';
import { notRunItem } from '../../interop/markdown/not-run-item.js';
import { softwareOf } from '../../interop/software-of.js';
import { cellCode, code, nameCell } from '../../markdown/code.js';
import { markdownTable } from '../../markdown/table.js';
import type { CarrierSubject, CarriersInterop, Disagreement } from '../types.js';
import { carriersSummaryLine, countText, LEAD, noteText, seenText, seenThereText, TITLE } from '../words.js';

/** The whole as a page of GitHub's Markdown. Foreign text stands in code spans. */
export function renderCarriersMarkdown(result: CarriersInterop): string {
  const { run, tool, subjects, notRun, disagreements } = result;
  return [
    `# ${TITLE}`,
    '',
    `${LEAD} By ${code(`${tool.name} ${tool.version}`)} with the seed ${code(run.seed)}.`,
    '',
    carriersSummaryLine(result),
    ...(run.stopped === undefined
      ? []
      : ['', `**Stopped early:** ${code(run.stopped)}. What was not asked is not counted.`]),
    '',
    '## Subjects',
    '',
    ...markdownTable(['Subject', 'SDK', 'Version', 'Notes'], subjects.map(subjectRow)),
    ...(notRun.length === 0 ? [] : ['', ...notRun.map(notRunItem)]),
    '',
    '## Events by carrier',
    '',
    ...markdownTable(
      ['Carrier', ...subjects.map(({ id }) => nameCell(id))],
      CARRIERS.map((carrier) => carrierRow(carrier, subjects)),
    ),
    '',
    '## Where they disagree with themselves',
    '',
    ...(disagreements.length === 0
      ? ['Nowhere.']
      : markdownTable(
          ['Subject', 'What', 'In', 'Not in', 'Events', 'Smallest event', 'Read as', 'Elsewhere'],
          disagreements.map(disagreementRow),
        )),
    '',
  ].join('\n');
}

const subjectRow = (subject: CarrierSubject): readonly string[] => [
  nameCell(subject.id),
  nameCell(subject.sdk),
  nameCell(softwareOf(subject)),
  shown(noteText(subject)),
];

const carrierRow = (carrier: Carrier, subjects: readonly CarrierSubject[]): readonly string[] => [
  carrier,
  ...subjects.map(({ carriers }) => countText(carriers.find((one) => one.carrier === carrier))),
];

const disagreementRow = ({ subject, what, where, elsewhere, events, example }: Disagreement): readonly string[] => [
  nameCell(subject),
  what,
  where.join(', '),
  elsewhere.join(', '),
  String(events.length),
  cellCode(JSON.stringify(example.told)),
  `${example.here}: ${shown(seenText(example.seen))}`,
  `${example.there}: ${shown(seenThereText(example))}`,
];

const shown = ([what, foreign]: readonly [what: string, foreign: string | undefined]): string =>
  foreign === undefined ? what : `${what} ${cellCode(foreign)}`;
