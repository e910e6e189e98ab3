import { oneLine } from '../page/one-line.js';
import type { Report } from '../types.js';

/** Longest name, version or language that is shown, in characters. */
const MOST = 80;

/** The subject of a report as a reader knows it: its name, and its version and language where it can say them. */
export function nameOf({ target }: Pick<Report, 'target'>): string {
  const { name, version, language } = target;
  const parts = [name, ...(version === undefined ? [] : [version])].map((part) => oneLine(part, MOST));
  // Packages of several languages have one name.
  return [...parts, ...(language === undefined ? [] : [`(${oneLine(language, MOST)})`])].join(' ');
}
