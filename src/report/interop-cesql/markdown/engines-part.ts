import { notRunItem } from '../../interop/markdown/not-run-item.js';
import { softwareOf } from '../../interop/software-of.js';
import { cellCode, nameCell } from '../../markdown/code.js';
import { markdownTable } from '../../markdown/table.js';
import { count } from '../../text/layout.js';
import type { CesqlInterop, Engine } from '../types.js';

/** Who took part, how the reference was compared with each, and who did not run. */
export const enginesPart = ({ subjects, notRun }: CesqlInterop): readonly string[] => [
  ...markdownTable(
    ['Engine', 'SDK', 'Version', 'Language', 'Error mode', 'Asked', 'Differ', 'Notes'],
    subjects.map(row),
  ),
  ...(notRun.length === 0 ? [] : ['', ...notRun.map(notRunItem)]),
];

const row = (engine: Engine): readonly string[] => {
  const { id, sdk, name, version, language, mode, isDeclared, asked, differing } = engine;
  return [
    nameCell(id),
    nameCell(sdk),
    nameCell(softwareOf({ sdk, name, version })),
    nameCell(language),
    `${mode}, ${isDeclared ? 'declared' : 'agrees most'}`,
    String(asked),
    String(differing),
    notes(engine).join('; '),
  ];
};

function notes({ unsorted, gaveUp }: Engine): readonly string[] {
  return [
    ...(unsorted === undefined ? [] : [`${count(unsorted, 'difference')} not looked into`]),
    ...(gaveUp === undefined ? [] : [`not asked everything: ${cellCode(gaveUp)}`]),
  ];
}
