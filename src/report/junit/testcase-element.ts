import { oneLine } from '../page/one-line.js';
import { caseLines, caseText, expectedAndActual } from '../render/case-words.js';
import type { Standing } from '../render/standing.js';
import { inert } from '../text/inert.js';
import type { CaseReport } from '../types.js';
import type { Rendering } from './rendering.js';
import { xmlLines, xmlText } from './xml-text.js';

/** Longest id or reason, in characters. */
const MOST = 300;

interface Outcome {
  readonly '@type': string;
  readonly '@message': string;
  readonly '#': string;
}

export interface TestcaseElement {
  readonly '@classname': string;
  readonly '@name': string;
  readonly '@time': number;
  readonly skipped?: string;
  readonly failure?: Outcome;
  readonly error?: Outcome;
}

export function testcaseElement(item: CaseReport, standing: Standing, rendering: Rendering): TestcaseElement {
  const plain = {
    '@classname': xmlText(item.requirement, MOST),
    '@name': xmlText(item.id, MOST),
    '@time': item.ms / 1000,
  };
  switch (standing.kind) {
    case 'passed':
      return plain;
    case 'failed':
      return { ...plain, failure: outcome(item, standing.reason, rendering) };
    case 'error':
      return { ...plain, error: outcome(item, standing.reason, rendering) };
    case 'known':
    case 'other':
      return { ...plain, skipped: skipped(item, standing.reason) };
  }
}

const outcome = (item: CaseReport, reason: string, { report, context }: Rendering): Outcome => ({
  '@type': item.status,
  '@message': xmlText(reason, MOST),
  '#': xmlLines(['', caseText(caseLines(item, report, context)), '']),
});

// A rule that does not hold is told with what was seen of it, even where the exit code does not speak of it.
function skipped(item: CaseReport, reason: string): string {
  const isBroken = ['fail', 'timeout', 'warn'].includes(item.status);
  const lines = isBroken ? expectedAndActual(item).map(([label, text]) => `${label}: ${text}`) : [];
  return xmlLines([inert(oneLine(reason, MOST)), ...lines]);
}
