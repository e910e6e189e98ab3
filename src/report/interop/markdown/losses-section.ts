import { prose } from '../../markdown/prose.js';
import { count } from '../../text/layout.js';
import { MOST_LOSSES } from '../loss-text.js';
import { MODE_TITLES } from '../marks.js';
import type { Cell, Interop, LostEvent, ModeTable } from '../types.js';
import { lossLine } from './loss-line.js';

/** Events told of one pair; the JSON form has them all. Telling ones come first, because they were told first. */
const MOST = 15;

/** For each pair that loses something: which events, what was told and what came out. */
export function lossesSection({ modes }: Interop): readonly string[] {
  const parts = modes.flatMap(modePart);
  return parts.length === 0 ? [] : ['', '## What each pair loses', ...parts];
}

function modePart({ mode, rows }: ModeTable): readonly string[] {
  const pairs = rows.flatMap(({ encoder, cells }) => cells.filter(isTold).flatMap((cell) => pairPart(encoder, cell)));
  return pairs.length === 0 ? [] : ['', `### ${MODE_TITLES[mode]}, by pair`, ...pairs];
}

const isTold = ({ lost }: Cell): boolean => lost.length > 0;

// Ids hold nothing that HTML or Markdown could read: their schema allows letters, digits and hyphens alone.
function pairPart(encoder: string, { decoder, lost }: Cell): readonly string[] {
  const more = lost.length - MOST;
  return [
    '',
    '<details>',
    `<summary>${encoder} to ${decoder}: ${count(lost.length, 'event')} lost</summary>`,
    '',
    ...lost.slice(0, MOST).flatMap((one) => eventPart(one, encoder, decoder)),
    ...(more > 0 ? [`- and ${count(more, 'more event')}`] : []),
    '',
    '</details>',
  ];
}

function eventPart({ event, losses }: LostEvent, encoder: string, decoder: string): readonly string[] {
  const more = losses.length - MOST_LOSSES;
  const lines = [
    ...losses.slice(0, MOST_LOSSES).map((loss) => lossLine(loss, encoder, decoder)),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) return [`- **${prose(event)}**: ${only}`];
  return [`- **${prose(event)}**`, ...lines.map((line) => `  - ${line}`)];
}
