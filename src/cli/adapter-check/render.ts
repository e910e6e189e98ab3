// A check as text: a line for each step, and for the broken one all that its author needs to go on.

import { wrap } from '../../report/text/layout.js';
import { quoteArgument } from '../../report/text/rerun.js';
import { safe } from '../../report/text/safe.js';
import { MARKS, type Style } from '../../report/text/style.js';
import { stderrOf } from './explain-failure.js';
import type { Broken, CheckResult } from './types.js';

/** Longest line of the pipes that is printed, in characters; all of it is in --json. */
const MOST = 400;

/** Lines that are printed of each kind. */
const FEW = 3;

/** Width of the column before sent, seen and next. */
const LEAD = 10;

/** The command that runs everything against this adapter. */
export const runCommand = (argv: readonly string[]): string =>
  ['ce-conform', '--adapter', '--', ...argv].map(quoteArgument).join(' ');

/** The whole text of a check. */
export function renderCheck(argv: readonly string[], { steps, hello, aborted }: CheckResult, style: Style): string {
  const lines: string[] = [];
  for (const { title, broken } of steps) {
    const outcome = broken === undefined ? 'verified' : 'failed';
    lines.push(`${style.outcome[outcome](MARKS[outcome])} ${safe(title)}`);
    if (broken !== undefined && !aborted) lines.push('', ...renderBroken(broken, style));
  }
  if (aborted) return `${lines.join('\n')}\n\nThe check was interrupted.\n`;
  if (hello !== undefined && steps.every(({ broken }) => broken === undefined)) {
    const who = safe(`${hello.name} ${hello.version} (${hello.language})`, style.width);
    lines.push(
      '',
      `Everything holds: the adapter of ${who} speaks protocol 1. Now run it all:`,
      '',
      `  ${runCommand(argv)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function renderBroken({ problem, next, line, asked }: Broken, style: Style): readonly string[] {
  const stderr = asked && stderrOf(asked);
  return [
    ...section('sent', asked?.sent ?? []),
    ...(asked === undefined ? [] : section('seen', asked.seen.length === 0 ? ['nothing on stdout'] : asked.seen)),
    ...(stderr === undefined ? [] : section('stderr', stderr.split('\n').slice(-FEW * 2), FEW * 2)),
    ...paragraph('problem', problem, style),
    ...paragraph('next', next, style),
    ...(line === undefined ? [] : section('such as', [line])),
  ];
}

function section(name: string, texts: readonly string[], most: number = FEW): readonly string[] {
  const shown = texts.slice(0, most).map((text) => safe(text, MOST));
  const more = texts.length > most ? [`and ${texts.length - most} more`] : [];
  return [...shown, ...more].map((text, index) => `  ${(index === 0 ? name : '').padEnd(LEAD)}${text}`);
}

function paragraph(name: string, text: string, style: Style): readonly string[] {
  return wrap(safe(text), style.width - LEAD - 2).map(
    (line, index) => `  ${(index === 0 ? name : '').padEnd(LEAD)}${line}`,
  );
}
