import { stringify } from 'yaml';
import { oneLine } from '../page/one-line.js';
import { type CaseLine, caseLines } from '../render/case-words.js';
import type { RenderContext } from '../render/render-context.js';
import type { Standing } from '../render/standing.js';
import { inert } from '../text/inert.js';
import type { CaseReport, Report } from '../types.js';

/** Longest id or reason, in characters. */
const MOST = 300;

interface Around {
  readonly report: Report;
  readonly context: RenderContext;
}

/** The lines of one point; those of a failure hold a block of YAML. */
export function point(number: number, item: CaseReport, standing: Standing, around: Around): readonly string[] {
  const name = `${number} - ${escaped(item.id)}`;
  switch (standing.kind) {
    case 'passed':
      return [`ok ${name}`];
    case 'other':
      return [`ok ${name} # SKIP ${escaped(standing.reason)}`];
    case 'known':
      return [`not ok ${name} # TODO ${escaped(standing.reason)}`, ...diagnostic(item, around)];
    case 'failed':
    case 'error':
      return [`not ok ${name}`, ...diagnostic(item, around)];
  }
}

// A hash begins a directive, and a backslash escapes.
const escaped = (text: string): string => inert(oneLine(text, MOST)).replaceAll(/[\\#]/g, '\\$&');

// Quoted strings alone: no line of a text can end the block.
function diagnostic(item: CaseReport, { report, context }: Around): readonly string[] {
  const told = new Map<string, string[]>();
  for (const [label, text] of caseLines(item, report, context)) told.set(label, [...(told.get(label) ?? []), text]);
  const members = Object.fromEntries([...told].map(([label, texts]) => [label, memberOf(label, texts)]));
  const yaml = stringify(
    { status: item.status, ...members },
    { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 },
  );
  return [
    '  ---',
    ...yaml
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`),
    '  ...',
  ];
}

const LISTS: ReadonlySet<CaseLine[0]> = new Set(['sent', 'received', 'captured']);

const memberOf = (label: string, texts: readonly string[]): string | readonly string[] =>
  LISTS.has(label) ? texts : texts.join(' ');
