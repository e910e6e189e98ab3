// The diff as a person reads it in a terminal: the gravest first, the sentence that decides last, where a terminal stops.
import { hang, pad, wrap } from '../../text/layout.js';
import { safe } from '../../text/safe.js';
import { createStyle, type Paint, type Style } from '../../text/style.js';
import { sectionsOf } from '../sections.js';
import type { Diff } from '../types.js';
import { comparedSentence, headline, stateText } from '../words.js';
import { findings } from './findings.js';
import { header } from './header.js';
import { sectionText } from './section-text.js';

export interface DiffTextOptions {
  readonly colors: boolean;
  /** Columns of the terminal; 0 where unknown. */
  readonly columns: number;
  /** Every requirement of every section. */
  readonly verbose?: boolean;
}

/** The diff as text, ending in a line feed. Pure. Nothing of a report reaches it unescaped. */
export function renderDiffText(diff: Diff, options: DiffTextOptions): string {
  const style = createStyle(options.colors, options.columns);
  const lines = [
    ...header(diff, style),
    ...sectionsOf(diff).flatMap((section) => sectionText(section, style, options.verbose === true)),
    ...findings(diff, style, options.verbose === true),
    ...profiles(diff, style),
    '',
    ...hang(
      style.bold('Outcome   '),
      10,
      wrap(`${headline(diff)}.`, style.width - 10),
      emphasis(outcomePaint(diff, style), style.bold),
    ),
    `          ${comparedSentence(diff)}`,
  ];
  return `${lines.join('\n')}\n`;
}

const outcomePaint = ({ outcome }: Diff, { outcome: paint }: Style): Paint =>
  ({ regression: paint.failed, undecided: paint.open, 'no-regression': paint.verified })[outcome];

function profiles({ profiles: all }: Diff, style: Style): readonly string[] {
  const widest = Math.max(0, ...all.map(({ id }) => Math.min(60, id.length)));
  return all.flatMap((one, index) =>
    hang(
      index === 0 ? `\n${style.bold('Profiles  ')}` : '          ',
      10,
      wrap(`${pad(safe(one.id, 60), widest)}  ${stateText(one.old)} → ${stateText(one.new)}`, style.width - 10),
    ),
  );
}

const emphasis =
  (color: Paint, bold: Paint): Paint =>
  (text) =>
    bold(color(text));
