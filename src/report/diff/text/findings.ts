// The causes of failures in a diff: those that are new and those that are gone by name, those that remain by number.
import { oneLine } from '../../page/one-line.js';
import { hang, wrap } from '../../text/layout.js';
import { MARKS, type Style } from '../../text/style.js';
import type { Diff, FindingChange } from '../types.js';
import { findingCounts } from '../words.js';

/** Causes told of those that are new, and of those that are gone. */
const MOST = 12;

export function findings(
  { findings: { new: fresh, gone, remaining } }: Diff,
  style: Style,
  isVerbose: boolean,
): readonly string[] {
  if (fresh.length + gone.length + remaining.length === 0) return [];
  const list = (
    title: string,
    look: 'failed' | 'verified' | 'observed',
    all: readonly FindingChange[],
    most: number,
  ): readonly string[] => {
    const shown = isVerbose ? all : all.slice(0, most);
    const more = all.length - shown.length;
    return [
      ...(all.length === 0 ? [] : [`  ${title}: ${all.length}`]),
      ...shown.flatMap((one) =>
        hang(
          `    ${style.outcome[look](MARKS[look])} `,
          6,
          wrap(`${oneLine(one.title, 160)} (${findingCounts(one)})`, style.width - 6),
        ),
      ),
      ...(more === 0 || shown.length === 0 ? [] : [`      and ${more} more; --verbose tells them all`]),
    ];
  };
  return [
    '',
    style.bold('Causes of failures and warnings'),
    ...list('new', 'failed', fresh, MOST),
    ...list('gone', 'verified', gone, MOST),
    ...list('remaining', 'observed', remaining, 0),
  ];
}
