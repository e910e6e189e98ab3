import { count } from '../text/layout.js';
import { type Interop, REFERENCE } from './types.js';

/** The whole in a sentence: `3 subjects and the reference, 95 telling events and 100 generated ones: …`. */
export function summaryLine({ subjects, events, modes }: Interop): string {
  const generated = events.filter(({ origin }) => origin === 'generated').length;
  const cells = modes.flatMap(({ rows }) => rows.flatMap((row) => row.cells)).filter(({ of }) => of > 0);
  const keeping = cells.filter(({ outcome }) => outcome === 'kept').length;
  const others = subjects.filter(({ id }) => id !== REFERENCE).length;
  return [
    `${count(others, 'subject')} and the reference, ${count(events.length - generated, 'telling event')}`,
    `${generated === 0 ? '' : ` and ${count(generated, 'generated one')}`}: `,
    `${keeping} of ${count(cells.length, 'pair')} of encoder and decoder in a mode ${keeping === 1 ? 'keeps' : 'keep'} all.`,
  ].join('');
}
