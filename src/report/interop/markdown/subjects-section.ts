import { cellCode, nameCell } from '../../markdown/code.js';
import { markdownTable } from '../../markdown/table.js';
import { softwareOf } from '../software-of.js';
import type { Interop, Subject } from '../types.js';
import { notRunItem } from './not-run-item.js';

/** Who took part, and who did not and why. */
export const subjectsSection = ({ subjects, notRun }: Interop): readonly string[] => [
  ...markdownTable(['Subject', 'SDK', 'Version', 'Language', 'Encodes', 'Decodes', 'Notes'], subjects.map(row)),
  ...(notRun.length === 0 ? [] : ['', ...notRun.map(notRunItem)]),
];

const row = ({ id, sdk, name, version, language, encodes, decodes, gaveUp }: Subject): readonly string[] => [
  nameCell(id),
  nameCell(sdk),
  nameCell(softwareOf({ sdk, name, version })),
  nameCell(language),
  encodes.join(', ') || 'nothing',
  decodes.join(', ') || 'nothing',
  gaveUp === undefined ? '' : `not asked everything: ${cellCode(gaveUp)}`,
];
