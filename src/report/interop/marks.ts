// What stands for an outcome: a mark and a word, so that nothing depends on colour.
import type { ContentMode } from '../../binding/types.js';
import { MARKS } from '../text/style.js';
import type { Cause, Cell, CellOutcome } from './types.js';

export const CELL_MARKS: Readonly<Record<CellOutcome, string>> = {
  kept: MARKS.verified,
  lost: MARKS.failed,
  none: MARKS['not-applicable'],
  open: MARKS.open,
};

/** What each outcome means, in the words of a legend. */
export const LEGEND: Readonly<Record<CellOutcome, string>> = {
  kept: 'every event came out as it was told',
  lost: 'an event, or a part of one, was lost',
  none: 'the decoder does not read this mode',
  open: 'not asked',
};

export const MODE_TITLES: Readonly<Record<ContentMode, string>> = {
  binary: 'Binary mode',
  structured: 'Structured mode',
  batch: 'Batch mode',
};

export const SIDES: Readonly<Record<Cause['side'], string>> = {
  encoder: 'as encoder',
  decoder: 'as decoder',
  open: 'between the two',
};

/** Events kept of all: `95/100`. Empty where none was asked about. */
export const share = ({ kept, of }: Cell): string => (of === 0 ? '' : `${kept}/${of}`);

/** A cell in two words: the number is of those that were kept, whatever the outcome is. */
export function label(cell: Cell): string {
  if (cell.of > 0) return `${share(cell)} kept`;
  return cell.outcome === 'none' ? 'not read' : 'not asked';
}
