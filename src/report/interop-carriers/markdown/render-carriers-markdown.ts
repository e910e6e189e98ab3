import { notRunItem } from '../../interop/markdown/not-run-item.js';
import { softwareOf } from '../../interop/software-of.js';
import type { LossKind } from '../../interop/types.js';
import { cellCode, code, nameCell } from '../../markdown/code.js';
import { markdownTable } from '../../markdown/table.js';
import type { CarrierSubject, CarriersInterop, Disagreement } from '../types.js';
import { carriersSummaryLine, countText, LEAD, seenText, TITLE } from '../words.js';

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
    ...markdownTable(['Subject', 'SDK', 'Version', 'Carrier', 'Events', 'Notes'], subjects.flatMap(rows)),
    ...(notRun.length === 0 ? [] : ['', ...notRun.map(notRunItem)]),
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

const rows = ({ id, sdk, name, version, carriers, gaveUp }: CarrierSubject): readonly (readonly string[])[] => {
  const who = [nameCell(id), nameCell(sdk), nameCell(softwareOf({ sdk, name, version }))];
  const notes = gaveUp === undefined ? '' : `not asked everything: ${cellCode(gaveUp)}`;
  if (carriers.length === 0) return [[...who, 'reads nothing', '', notes]];
  return carriers.map((one, at) => [
    ...(at === 0 ? who : ['', '', '']),
    one.carrier,
    countText(one),
    at === 0 ? notes : '',
  ]);
};

const disagreementRow = ({ subject, what, where, elsewhere, events, example }: Disagreement): readonly string[] => [
  nameCell(subject),
  what,
  where.join(', '),
  elsewhere.join(', '),
  String(events.length),
  cellCode(JSON.stringify(example.told)),
  `${example.here}: ${seen(example.seen)}`,
  `${example.there}: ${seen(example.seenThere)}`,
];

function seen(loss: LossKind | undefined): string {
  const [what, foreign] = seenText(loss);
  return foreign === undefined ? what : `${what} ${cellCode(foreign)}`;
}
