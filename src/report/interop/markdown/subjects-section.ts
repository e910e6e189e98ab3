import { cellCode, code, nameCell } from '../../markdown/code.js';
import { markdownTable } from '../../markdown/table.js';
import { softwareOf } from '../software-of.js';
import type { Interop, NotRun, Subject } from '../types.js';

/** Who took part, and who did not and why. */
export const subjectsSection = ({ subjects, notRun }: Interop): readonly string[] => [
  ...markdownTable(['Subject', 'SDK', 'Version', 'Language', 'Encodes', 'Decodes', 'Notes'], subjects.map(row)),
  ...(notRun.length === 0 ? [] : ['', ...notRun.map(missing)]),
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

const missing = ({ id, sdk, reason, build, install }: NotRun): string =>
  [
    `- **Not run:** ${code(id)} (${code(sdk)}): ${code(reason)}`,
    ...(build === undefined ? [] : [`. Build it: ${code(build)}`]),
    ...(install === undefined ? [] : [`. What it needs: ${code(install)}`]),
  ].join('');
