// How a report looks: its width, its colours, and one mark for each outcome.
import pico from 'picocolors';
import type { Verdict } from '../../engine/verdict.js';
import type { RequirementReport } from '../types.js';

export type Paint = (text: string) => string;
export type Outcome = RequirementReport['outcome'];

export interface Style {
  /** Columns of a line. Only a command to copy may be longer. */
  readonly width: number;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly outcome: Readonly<Record<Outcome, Paint>>;
  readonly verdict: Readonly<Record<Verdict, Paint>>;
}

/** Each outcome's mark, so that a report reads the same without colours. */
export const MARKS: Readonly<Record<Outcome, string>> = {
  verified: '✔',
  failed: '✖',
  warned: '!',
  observed: '·',
  open: '○',
  'not-applicable': '–',
};

/** Below the first a line says too little, beyond the second the eye loses it. */
const [NARROWEST, WIDEST] = [40, 120];

/** The style for a terminal of so many columns; `columns` may be 0 where nothing is known. */
export function createStyle(colors: boolean, columns: number): Style {
  const { bold, dim, green, red, yellow } = pico.createColors(colors);
  return {
    width: Math.min(WIDEST, Math.max(NARROWEST, columns || WIDEST)),
    bold,
    dim,
    outcome: { verified: green, failed: red, warned: yellow, observed: dim, open: yellow, 'not-applicable': dim },
    verdict: { conformant: green, nonconformant: red, inconclusive: yellow },
  };
}
