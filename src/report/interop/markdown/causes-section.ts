import { nameCell } from '../../markdown/code.js';
import { prose } from '../../markdown/prose.js';
import { markdownTable } from '../../markdown/table.js';
import { SIDES } from '../marks.js';
import type { Cause, Interop } from '../types.js';
import { lossLine } from './loss-line.js';

/** Events named of one cause. */
const MOST = 3;

/** Who loses what, the widest cause first. */
export function causesSection({ causes }: Interop): readonly string[] {
  if (causes.length === 0) return ['', '## Who loses what', '', 'Nobody loses anything.'];
  return [
    '',
    '## Who loses what',
    '',
    ...markdownTable(['Who', 'Loses what', 'Modes', 'Events', 'With', 'Such as'], causes.map(row)),
  ];
}

const row = (cause: Cause): readonly string[] => {
  const { side, subjects, what, unencoded, modes, partners, example } = cause;
  return [
    `${subjects.map(nameCell).join(' to ')}, ${SIDES[side]}`,
    prose(unencoded === true ? `${what}: written without percent-encoding` : what),
    modes.join(', '),
    events(cause),
    partners.map(nameCell).join(', '),
    inCell(lossLine(example.loss, example.encoder, example.decoder)),
  ];
};

function events({ events: all }: Cause): string {
  const more = all.length - MOST;
  return `${all.length}: ${all.slice(0, MOST).map(prose).join(', ')}${more > 0 ? ' and more' : ''}`;
}

// A bar ends a cell even inside of a code span.
const inCell = (markdown: string): string => markdown.replaceAll('|', '\\u{7c}');
