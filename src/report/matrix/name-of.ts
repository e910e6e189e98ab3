import { oneLine } from '../page/one-line.js';
import type { Report } from '../types.js';

/** Longest name or version that is shown, in characters. */
const MOST = 80;

/** A target that can say its version is told apart by it. */
type Named = { readonly target: Pick<Report['target'], 'name'> & { readonly version?: string } };

/** The subject of a report as a reader knows it: its name, and its version where there is one. */
export const nameOf = ({ target: { name, version } }: Named): string =>
  [name, ...(version === undefined ? [] : [version])].map((part) => oneLine(part, MOST)).join(' ');
